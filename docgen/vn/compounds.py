"""Words of two and more syllables in the names of Vietnamese bodies and in titles; a line never ends
inside one.

Written in small letters, tone marks as in "hòa". A name made of other words still breaks, between
any two syllables, so the lists need not be complete; they grow with the names that offices bring.
"""

_WORDS = """
nhân dân; bưu điện; ủy ban; ủy ban nhân dân; hội đồng; hội đồng nhân dân; thường trực; chủ tịch; văn
phòng; trung tâm; chi cục; tổng cục; tổng công ty; công ty; trách nhiệm hữu hạn; một thành viên; cổ phần;
chi nhánh; đơn vị; cơ quan; bộ phận; bộ tư lệnh; học viện; đại học; cao đẳng; trung cấp; viện kiểm sát;
tòa án; bệnh viện; đa khoa; chuyên khoa; phòng khám; trạm y tế; bảo tàng; thư viện; nhà hát; nhà thiếu
nhi; cung văn hóa; ban quản lý; ban chỉ đạo; ban chỉ huy; ban đại diện; ban tiếp công dân; tiếp công dân;
tổ công tác; tổ giúp việc; nghĩa vụ; đoàn kiểm tra; thanh tra; kiểm tra; kiểm soát; hành chính; hành chính
công; cải cách; thủ tục; phục vụ; dịch vụ; công ích; sự nghiệp; công lập; quản lý; nhà nước; kho bạc; ngân
hàng; chính sách; xã hội; bảo hiểm; hải quan; tổ chức; cán bộ; công chức; viên chức; nội vụ; nội chính; tư
pháp; hộ tịch; pháp chế; pháp luật; trợ giúp; pháp lý; công chứng; đấu giá; tài sản; thi hành án; dân sự;
hình sự; kinh tế; hạ tầng; đô thị; tài chính; kế hoạch; đầu tư; ngân sách; thuế; công thương; thương mại;
xúc tiến; khuyến công; công nghiệp; tiểu thủ công nghiệp; khu công nghiệp; khu kinh tế; khu chế xuất; cửa
khẩu; cụm công nghiệp; xây dựng; giao thông; vận tải; đường bộ; đường thủy; đường sắt; hàng hải; hàng
không; đăng kiểm; sát hạch; lái xe; quy hoạch; kiến trúc; giám định; chất lượng; kiểm định; thí nghiệm;
nhà ở; bất động sản; công viên; cây xanh; chiếu sáng; cấp nước; thoát nước; nông nghiệp; môi trường; nông
thôn; phát triển; nông thôn mới; trồng trọt; bảo vệ; thực vật; chăn nuôi; thú y; thủy sản; thủy lợi; kiểm
lâm; lâm nghiệp; kiểm ngư; đê điều; khuyến nông; khuyến lâm; giống; cây trồng; vật nuôi; vườn quốc gia;
khu bảo tồn; thiên nhiên; rừng phòng hộ; phòng hộ; đặc dụng; nước sạch; vệ sinh; an toàn; thực phẩm; hợp
tác xã; hợp tác; liên minh; tài nguyên; khoáng sản; địa chất; đất đai; đăng ký; quỹ đất; đo đạc; bản đồ;
biển; hải đảo; khí tượng; thủy văn; biến đổi khí hậu; quan trắc; giáo dục; đào tạo; mầm non; mẫu giáo;
tiểu học; trung học; cơ sở; phổ thông; trung học cơ sở; trung học phổ thông; bán trú; nội trú; thường
xuyên; nghề nghiệp; hướng nghiệp; dạy nghề; chính trị; bồi dưỡng; khoa học; công nghệ; thông tin; truyền
thông; viễn thông; bưu chính; chuyển đổi số; chuyển đổi; đổi mới; sáng tạo; tiêu chuẩn; đo lường; sở hữu
trí tuệ; ứng dụng; tiến bộ; báo chí; xuất bản; phát thanh; truyền hình; truyền thanh; văn hóa; thể thao;
du lịch; gia đình; nghệ thuật; biểu diễn; điện ảnh; di sản; di tích; danh thắng; bảo tồn; huấn luyện; thi
đấu; thể dục; y tế; y học; cổ truyền; sức khỏe; dân số; kế hoạch hóa; bệnh tật; dự phòng; pháp y; tâm
thần; cấp cứu; điều dưỡng; phục hồi; chức năng; kiểm nghiệm; dược phẩm; mỹ phẩm; da liễu; phụ sản; nhi
khoa; lao phổi; lao động; thương binh; người có công; có công; việc làm; bảo trợ; trẻ em; bình đẳng giới;
tệ nạn; ma túy; cai nghiện; dân tộc; tôn giáo; tín ngưỡng; thi đua; khen thưởng; văn thư; lưu trữ; lịch
sử; ngoại vụ; đối ngoại; hữu nghị; biên giới; biên phòng; quân sự; quốc phòng; an ninh; công an; cảnh sát;
cứu nạn; cứu hộ; phòng cháy; chữa cháy; thiên tai; tìm kiếm; dự án; công trình; giải phóng; mặt bằng; bồi
thường; tái định cư; mặt trận; tổ quốc; việt nam; liên đoàn; công đoàn; thanh niên; cộng sản; đoàn thanh
niên; phụ nữ; nông dân; hội nông dân; hội phụ nữ; liên hiệp; cựu chiến binh; chữ thập đỏ; người cao tuổi;
khuyết tật; khuyến học; làm vườn; nhà báo; luật gia; luật sư; liên hiệp các hội; hồ chí minh; hà nội; đảng
ủy; tỉnh ủy; thành ủy; huyện ủy; quận ủy; thị ủy; ban tổ chức; tuyên giáo; dân vận; đảng bộ; chi bộ; quốc
hội; đoàn đại biểu; đại biểu; chính phủ; trung ương; địa phương; quốc gia; khu vực; thành phố; thị xã; thị
trấn; đặc khu; tổng hợp; điều hành; thông minh; giám sát; điều phối; nghiên cứu; tư vấn; hỗ trợ; doanh
nghiệp; nhỏ và vừa; khởi nghiệp; quản trị; nhân lực; chương trình; mục tiêu; giảm nghèo; bền vững; xóa
đói; toàn dân; đoàn kết; đời sống; khu dân cư; dân cư; bầu cử; hòa giải; phổ biến; phối hợp; tiết kiệm;
lãng phí; tham nhũng; tiêu cực; dân chủ; quy chế; trật tự; vận động; tư tưởng; điện lực; năng lượng;
nguyên tử; thị trường; dự trữ; thống kê; kiểm toán; tần số; vô tuyến điện; báo cáo; tình hình; thực hiện;
kết quả; công tác; nhiệm vụ; phương hướng; giải pháp; trọng tâm; địa bàn; sơ kết; tổng kết; đánh giá;
triển khai; ban hành; tăng cường; nâng cao; hiệu quả; hoạt động; giải quyết; tiếp nhận; hồ sơ; số liệu;
danh mục; danh sách; giai đoạn; tháng đầu năm; tháng cuối năm; đối với; liên quan; nghị quyết; quyết định;
chỉ thị; thông tư; nghị định; kết luận; đề án; cơ chế; một cửa; một cửa liên thông; trực tuyến; lĩnh vực;
định kỳ; hằng năm; quý i; quý ii; quý iii; quý iv; góp ý; đề nghị; phê duyệt; điều chỉnh; bổ sung; sửa
đổi; thành lập; kiện toàn; phân công; xử lý; vi phạm; kỷ luật; kỷ cương; chất lượng cao; mức độ; hài lòng;
người dân; cung cấp; sử dụng; phòng chống; phòng ngừa; chính quyền; điện tử; dữ liệu; giải trình; trách
nhiệm
"""

_TERMS = """
kỷ cương hành chính; an toàn thực phẩm; bảo hiểm xã hội; bảo hiểm y tế; bảo trợ xã hội; bảo vệ thực vật;
công nghệ thông tin; cải cách hành chính; dân tộc nội trú; dịch vụ việc làm; giao thông vận tải; giáo dục
nghề nghiệp; giáo dục thường xuyên; giải phóng mặt bằng; giống cây trồng; nghĩa vụ quân sự; kiểm soát bệnh
tật; kế hoạch hóa gia đình; lưu trữ lịch sử; môi trường đô thị; phát triển nông thôn; phát triển quỹ đất;
phổ thông dân tộc bán trú; phổ thông dân tộc nội trú; phục hồi chức năng; quản lý thị trường; số liệu
thống kê; trợ giúp pháp lý; tìm kiếm cứu nạn; tổ chức thực hiện; nông thôn mới; xúc tiến đầu tư; đoàn đại
biểu quốc hội; đăng ký đất đai; đầu tư xây dựng; thủ tục hành chính; chính quyền điện tử; chính quyền số;
dữ liệu mở; phòng cháy, chữa cháy; trách nhiệm giải trình
"""


def _syllables(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(word.split()) for word in text.split(";"))


COMPOUNDS = _syllables(_WORDS)
"""Each word as its syllables."""

TERMS = _syllables(_TERMS)
"""Words that belong together: a line ends inside one only where there is no better place."""
