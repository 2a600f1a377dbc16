"""docgen.memo"""

from __future__ import annotations

from docgen.memo import of_short_texts


def test_a_short_text_is_read_once_and_a_long_one_each_time():
    asked = []

    @of_short_texts(longest=3, kept=8)
    def doubled(text: str, times: int = 2) -> str:
        asked.append((text, times))
        return text * times

    given = [doubled("abc"), doubled("abc"), doubled("abc", 3), doubled("abcd"), doubled("abcd")]

    assert given == ["abcabc", "abcabc", "abcabcabc", "abcdabcd", "abcdabcd"]
    assert asked == [("abc", 2), ("abc", 3), ("abcd", 2), ("abcd", 2)]


def test_what_is_kept_is_limited_in_number():
    asked = []

    @of_short_texts(longest=3, kept=1)
    def same(text: str) -> str:
        asked.append(text)
        return text

    for text in ("a", "b", "a"):
        same(text)

    assert asked == ["a", "b", "a"]
