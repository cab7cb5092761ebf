"""All measurements in one run, so that their ratios hold although the machine is what it is."""

from dataclasses import dataclass

from zukunftsparlament.bench import votes
from zukunftsparlament.bench.first_visit import FirstVisit, first_visit
from zukunftsparlament.bench.load import request
from zukunftsparlament.bench.pages import Cost, cost, costs, growth
from zukunftsparlament.bench.served import OUR_CORE, on_core, served
from zukunftsparlament.bench.statements import statements
from zukunftsparlament.bench.world import World

VISITED = ("/", "/vorschlaege")


@dataclass(frozen=True)
class Measured:
    """`votes` and `bare_votes` are transactions a second without HTTP, on one core."""

    hello: Cost
    pages: dict[str, Cost]
    votes_over_http: Cost
    votes: float
    bare_votes: float
    seconds_to_start: float
    memory_mib: float
    first_visits: dict[str, FirstVisit]
    growth: float
    statements: dict[str, int]

    def share(self, page: str) -> float:
        return self.hello.cpu_us / self.pages[page].cpu_us


async def measure(world: World, *, seconds: float) -> Measured:
    """With the store open. Each page is asked for so many seconds."""
    with on_core(OUR_CORE):
        async with served(["bench", "--serve", "hello"], answers_at="/") as server:
            hello = await cost(server, request("/"), seconds=seconds)
        async with served(["serve", "--port"], answers_at="/healthz") as server:
            first_visits = {path: await first_visit(server.port, path) for path in VISITED}
            pages = await costs(server, world, seconds=seconds)
            over_http = await votes.over_http(server, world)
            memory = server.memory_mib()
            asked = await statements(world)
            by_action, bare = await votes.rates(world)
            return Measured(
                hello=hello,
                pages=pages,
                votes_over_http=over_http,
                votes=by_action,
                bare_votes=bare,
                seconds_to_start=server.seconds_to_start,
                memory_mib=memory,
                first_visits=first_visits,
                growth=await growth(server, world, seconds=seconds),
                statements=asked,
            )
