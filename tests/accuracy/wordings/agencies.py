"""Invented agencies of the kinds that report."""

from __future__ import annotations

from random import Random

from tests.accuracy.draft import Agency

_PLACES = ("青禾", "松岭", "白塘", "望川", "柳泉", "石桥", "南浦", "云台", "东陂", "清源浦")
_BUREAUS = (
    "水务局",
    "教育局",
    "财政局",
    "民政局",
    "司法局",
    "审计局",
    "公安局",
    "自然资源局",
    "交通运输局",
    "农业农村局",
    "市场监督管理局",
    "文化和旅游局",
    "应急管理局",
    "人力资源和社会保障局",
    "住房和城乡建设局",
    "退役军人事务局",
    "城市管理综合行政执法局",
)
_COMMISSIONS = ("发展和改革委员会", "卫生健康委员会")


def draw_agency(random: Random) -> Agency:
    """An invented agency of any kind."""
    return random.choice(_KINDS)(random)


def _county(random: Random) -> str:
    return random.choice(_PLACES) + random.choice(["县", "县", "区"])


def _bureau(random: Random) -> Agency:
    place = random.choice([_county(random), random.choice(_PLACES) + "市"])
    bureau = random.choice(_BUREAUS)
    short = random.choice(["我局", "我局", "本局", "我单位", "本机关"])
    return Agency(place + bureau, short, place[-1] + bureau, place, "全局", False)


def _commission(random: Random) -> Agency:
    place, name = _county(random), random.choice(_COMMISSIONS)
    short = random.choice(["我委", "本委", "我单位"])
    return Agency(place + name, short, place[-1] + name, place, "全委", False)


def _town(random: Random) -> Agency:
    place = _county(random)
    town = random.choice([name for name in _PLACES if name not in place]) + random.choice("镇镇乡")
    short = random.choice([f"我{town[-1]}", f"本{town[-1]}", town])
    return Agency(f"{place}{town}人民政府", short, town, place, f"全{town[-1]}", True)


def _subdistrict(random: Random) -> Agency:
    place = _county(random)
    name = random.choice([name for name in _PLACES if name not in place]) + "街道"
    return Agency(
        f"{place}{name}办事处", random.choice(["我街道", "街道"]), name, place, "街道", False
    )


def _government(random: Random) -> Agency:
    place = random.choice([_county(random), random.choice(_PLACES) + "市"])
    name = random.choice([place + "人民政府", place])
    return Agency(name, f"我{place[-1]}", place, place, f"全{place[-1]}", True, area=True)


def _office(random: Random) -> Agency:
    place = _county(random)
    return Agency(
        f"{place}人民政府办公室",
        random.choice(["我办", "本机关", "县政府办公室".replace("县", place[-1])]),
        f"{place[-1]}政府办公室",
        place,
        "全办",
        False,
    )


def _tax(random: Random) -> Agency:
    place = _county(random)
    short = random.choice(["我局", "本局"])
    return Agency(f"国家税务总局{place}税务局", short, f"{place[-1]}税务局", place, "全局", False)


def _department(random: Random) -> Agency:
    place = random.choice(["江岭省", "海陵省"])
    name = random.choice(["水利厅", "民政厅", "商务厅", "自然资源厅"])
    return Agency(f"{place}{name}", "我厅", f"省{name}", place, "全厅", False)


def _zone(random: Random) -> Agency:
    place = random.choice(_PLACES)
    zone = random.choice(["经济技术开发区", "高新技术产业开发区", "经济开发区"])
    return Agency(
        f"{place}{zone}管理委员会",
        random.choice(["我委", "管委会", "开发区"]),
        f"{place}{zone}",
        f"{place}{zone}",
        "全区",
        False,
        area=True,
    )


_KINDS = (
    _bureau,
    _bureau,
    _bureau,
    _bureau,
    _commission,
    _town,
    _town,
    _subdistrict,
    _government,
    _office,
    _tax,
    _department,
    _zone,
)
