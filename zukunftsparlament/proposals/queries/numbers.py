from zukunftsparlament.kernel.refusals import Missing

HIGHEST = 2**31 - 1


def fits(number: int) -> int:
    """Raises Missing for a number in an address that is larger than the store can hold: nobody has it."""
    if not 0 < number <= HIGHEST:
        raise Missing
    return number
