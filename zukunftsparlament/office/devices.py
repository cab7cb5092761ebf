"""Where somebody of the office is signed in."""

from litestar import Controller, Response, get

from zukunftsparlament.kernel.pages import page
from zukunftsparlament.people.access import SignedIn, office
from zukunftsparlament.people.devices import staff_devices_of


class StaffDevicesController(Controller):
    guards = [office]

    @get("/buero/anmeldungen", name="staff_devices")
    async def show(self, me: SignedIn) -> Response[str]:
        return page("office/devices.html", devices=await staff_devices_of(me))
