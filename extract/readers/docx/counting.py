"""The ways in which Word writes a counter: 一, ①, 甲, III, by the names of the standard (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_LEGAL = dict(zip(_DIGITS + "十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟万", strict=True))
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LARGEST = 9999


def written(number: int, form: str) -> str:
    """A counter in a format; in Arabic digits where the format has no sign for it, or is of another script.

    >>> [written(12, form) for form in ("chineseCounting", "decimalEnclosedCircle", "upperRoman", "lowerLetter")]
    ['十二', '⑫', 'XII', 'l']
    >>> [written(105, form) for form in ("chineseCountingThousand", "ideographDigital", "decimalFullWidth")]
    ['一百〇五', '一〇五', '１０５']
    """
    if not 0 <= number <= _LARGEST:
        return str(number)
    write = _FORMS.get(form)
    return write(number) if write else str(number)


def is_chinese(form: str) -> bool:
    """Whether a format writes Chinese numerals."""
    return "ounting" in form or form in ("ideographDigital", "chineseLegalSimplified")


def _counted(number: int) -> str:
    """二十三, 一百〇五, 十 (not 一十); zero is 〇."""
    if number == 0:
        return _DIGITS[0]
    found, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            found += (_DIGITS[0] if gap and found else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return found[1:] if found.startswith("一十") else found


def _legal(number: int) -> str:
    told = _counted(number)
    told = f"一{told}" if told.startswith("十") else told
    return "".join(_LEGAL[sign] for sign in told)


def _digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found


def _letters(number: int) -> str:
    """A … z, then aa, bb: as Word repeats them."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 260 else str(number)


def _circled(number: int) -> str:
    starts = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1), (0, 0, 0x24EA))
    return next((chr(start + number - low) for low, high, start in starts if low <= number <= high), str(number))


def _signs(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number else signs[0]


def _from(start: int, most: int = 20) -> Callable[[int], str]:
    """Signs that stand in a row in Unicode: ⑴ ⒈."""
    return lambda number: chr(start + number - 1) if 0 < number <= most else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
            "japaneseCounting", "koreanCounting",
        ),
        _counted,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"), _digits),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"),
        lambda number: "".join(chr(ord("０") + int(digit)) for digit in str(number)),
    ),
    "decimalEnclosedParen": _from(0x2474),
    "decimalEnclosedFullstop": _from(0x2488),
    "ideographEnclosedCircle": _from(0x3280, 10),
    "decimalZero": lambda number: f"{number:02}",
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
    "upperRoman": lambda number: _roman(number).upper() or "0",
    "lowerRoman": lambda number: _roman(number) or "0",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "none": lambda number: "",
    "bullet": lambda number: "",
}  # fmt: skip
