"""Who compares two sites learns which files of the open data differ, without making them."""

from hypothesis import given
from support.registers.drawn import AS_OF, registers
from support.registers.empty import policy
from support.settings import SETTINGS

from generator.disclosure.withholding import withhold
from generator.register.records import Register
from generator.site.opendata import files as opendata
from generator.site.origin import origin_of


@given(registers(), registers())
def test_what_is_compared_differs_whenever_a_file_does(before: Register, after: Register) -> None:
    origins = [origin_of(withhold(each, policy(), AS_OF), SETTINGS) for each in (before, after)]
    made = [dict(opendata.files(each)[1]) for each in origins]
    told = [dict(opendata.compared(each)[1]) for each in origins]
    assert [each.keys() for each in told] == [each.keys() for each in made]
    assert {name for name in made[0] if made[0][name] != made[1][name]} == {
        name for name in told[0] if told[0][name] != told[1][name]
    }
