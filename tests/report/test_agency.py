from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpar_lint.report.agency import (
    Agency,
    describe_agency,
    is_government,
    may_make_regulations,
    short_names,
)
from tests.report.reading_help import rulebook


def described(name: str) -> Agency:
    return describe_agency(name, rulebook().vocabulary["agency"])


@pytest.mark.parametrize(
    ("name", "places", "own"),
    [
        ("禾州市青禾区卫生健康局", ("禾州市", "青禾区"), "卫生健康局"),
        ("禾州市禾州区市场监督管理局", ("禾州市", "禾州区"), "市场监督管理局"),
        ("青禾县城市管理局", ("青禾县",), "城市管理局"),
        ("青禾县住房和城乡建设局", ("青禾县",), "住房和城乡建设局"),
        ("青禾县乡村振兴局", ("青禾县",), "乡村振兴局"),
        ("新禾乡市教育局", ("新禾乡市",), "教育局"),
        ("禾州市青禾区柳桥镇人民政府", ("禾州市", "青禾区", "柳桥镇"), "人民政府"),
        ("市中区财政局", ("市中区",), "财政局"),
        ("国家税务总局青禾县税务局", ("青禾县",), "税务局"),
        ("青禾经济技术开发区管理委员会", ("青禾经济技术开发区",), "管理委员会"),
        ("青禾省公安厅", ("青禾省",), "公安厅"),
        ("教育局", (), "教育局"),
        ("青禾市", ("青禾市",), ""),
    ],
)
def test_places_and_own_name(name: str, places: tuple[str, ...], own: str) -> None:
    agency = described(name)
    assert (agency.places, agency.own) == (places, own)
    assert agency.core == (places[-1] if places else "") + own


@pytest.mark.parametrize(
    ("name", "kind", "rank", "power"),
    [
        ("青禾县人民政府", "government", "county", False),
        ("青禾县政府办公室", "office", "county", False),
        ("青禾市人民政府", "government", "city", None),
        ("禾州市青禾市人民政府", "government", "county", False),
        ("青禾省人民政府", "government", "province", True),
        ("青禾省禾州市人民政府", "government", "city", None),
        ("北京市", "government", "province", True),
        ("青禾族自治州人民政府", "government", "prefecture", True),
        ("青禾盟行政公署", "government", "prefecture", None),
        ("青禾省司法厅", "department", "province", True),
        ("青禾市司法局", "department", "city", None),
        ("青禾省公安厅", "department", "province", False),
        ("青禾市公安局", "department", "city", False),
        ("柳桥镇人民政府", "government", "town", False),
        ("青禾区柳桥街道办事处", "subdistrict", "county", False),
        ("柳桥街道办事处", "subdistrict", "", False),
        ("青禾区柳桥街道", "subdistrict", "town", False),
        ("财政部", "ministry", "state", True),
        ("国家统计局", "ministry", "state", True),
        ("国家税务总局青禾县税务局", "department", "county", False),
        ("教育局", "department", "", False),
        ("", "", "", None),
    ],
)
def test_kind_rank_and_power_to_make_regulations(
    name: str, kind: str, rank: str, power: bool | None
) -> None:
    agency = described(name)
    assert (agency.kind, agency.rank) == (kind, rank)
    assert may_make_regulations(agency) is power
    assert is_government(agency) is (kind == "government")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("禾州市青禾区卫生健康局", "区卫健局"),
        ("禾州市青禾区卫生健康局", "青禾区卫生健康局"),
        ("禾州市青禾区卫生健康委员会", "区卫健委"),
        ("青禾县市场监督管理局", "青禾县市监局"),
        ("青禾县市场监督管理局", "市场监管局"),
        ("青禾县人力资源和社会保障局", "县人社局"),
        ("青禾市自然资源和规划局", "市资规局"),
        ("青禾县人民政府", "县政府"),
        ("青禾县人民政府办公室", "县府办"),
        ("青禾区柳桥街道办事处", "柳桥街道"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    vocabulary = rulebook().vocabulary["agency"]
    assert short in short_names(described(name), vocabulary)


def test_short_names_of_one_are_not_those_of_another() -> None:
    vocabulary = rulebook().vocabulary["agency"]
    health = set(short_names(described("青禾区卫生健康局"), vocabulary))
    assert not health & set(short_names(described("青禾区教育局"), vocabulary))
    assert "县卫健局" not in health


NAMES = st.lists(
    st.sampled_from("市县区州镇乡街道青禾卫生健康局人民政府国家总") | st.text(max_size=2)
)


@given(NAMES.map("".join))
def test_a_name_is_its_places_and_its_own(name: str) -> None:
    agency = described(name)
    assert name.endswith("".join(agency.places) + agency.own)
    assert name not in short_names(agency, rulebook().vocabulary["agency"])
