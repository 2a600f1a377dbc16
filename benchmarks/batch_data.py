"""Data files for the benchmarks of batches: short reports, each with its own figures."""

from __future__ import annotations

from pathlib import Path

UNIT = """\
cap: xa
ten: Ủy ban nhân dân xã An Hòa
ten_tat: UBND xã An Hòa
ky_hieu: UBND
dia_danh: An Hòa
nguoi_ky:
  chu-tich: {quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Minh Khang}
noi_nhan: [Thường trực Đảng ủy xã, Thường trực HĐND xã]
luu: VT
"""

REPORT = """\
loai: bao-cao
don_vi: don-vi/xa.yaml
so: %(n)d
ngay: 17/9/2026
ky_bao_cao: 9 tháng năm 2026
trich_yeu: Kết quả công tác cải cách hành chính {{ ky }} của thôn %(n)d
nguoi_ky: chu-tich
so_lieu:
  rieng: {ho_so: %(a)d, dung_han: %(b)d}
noi_dung: |
  Ủy ban nhân dân xã báo cáo kết quả công tác {{ ky }} của thôn %(n)d như sau:

  # Kết quả
  ## Giải quyết hồ sơ
  Trong kỳ đã tiếp nhận {{ rieng.ho_so | so }} hồ sơ^[Theo sổ theo dõi của thôn %(n)d.], trong đó {{ rieng.dung_han | so }} hồ
  sơ được giải quyết đúng hạn, đạt {{ rieng.dung_han | ty_le(rieng.ho_so) }}.

  - Hướng dẫn người dân nộp hồ sơ trực tuyến.
  - Niêm yết **đầy đủ** thủ tục hành chính tại nhà văn hóa thôn.

  | Nội dung | Số hồ sơ |
  |----------|---------:|
  | Tiếp nhận | {{ rieng.ho_so | so }} |
  | Đúng hạn | {{ rieng.dung_han | so }} |

  # Phương hướng
  Tiếp tục nâng cao chất lượng giải quyết thủ tục hành chính.

  ---
  Trên đây là báo cáo kết quả công tác {{ ky }}./.
"""


def write_reports(folder: Path, count: int) -> list[Path]:
    """`count` data files and their unit file in `folder`."""
    (folder / "don-vi").mkdir(parents=True, exist_ok=True)
    (folder / "don-vi" / "xa.yaml").write_text(UNIT, encoding="utf-8")
    files = []
    for n in range(1, count + 1):
        a = 100 + n * 37 % 900
        file = folder / f"thôn {n:04}.yaml"
        file.write_text(REPORT % {"n": n, "a": a, "b": a - n % 7}, encoding="utf-8")
        files.append(file)
    return files
