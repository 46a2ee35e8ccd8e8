# SPDX-License-Identifier: GPL-3.0-or-later
"""At the real window, with the keyboard alone. First whoever never saw it: the demo depot, and a first waybill sealed by
typing the three barcodes that the screen suggests. Then a shift: sign in, make a waybill, scan, attach and seal, give it
a driver; lose the server, go on working, get it back. Then the server's own database must hold exactly that, once each,
and every widget that takes input must have a role and a name."""
import argparse, os, shutil, subprocess, sys, tempfile, traceback

sys.dont_write_bytecode = True  # nothing is left in the source tree
import stage

NEWCOMER, FIRST, SECOND = "My first", "Shift one", "Shift two"


class Shift:
    def __init__(self, programs, pictures, folder):
        self.programs, self.pictures, self.folder = programs, pictures, folder
        self.stage = stage.Stage(folder)
        self.keys, self.tree = stage.Keys(), stage.Tree()
        self.server = stage.Server(os.path.join(programs, "waydesk-backend"), folder)
        self.passed = self.failed = self.shots = 0

    def check(self, what, right, detail=""):
        self.passed, self.failed = self.passed + bool(right), self.failed + (not right)
        print(("ok    " if right else "FAIL  ") + what + (f": {detail}" if detail and not right else ""), flush=True)

    def picture(self, name):
        self.shots += 1
        self.stage.picture(os.path.join(self.pictures, f"{self.shots:02}-{name.replace(' ', '-')}.png"))

    def named(self, screen, least):
        """Every widget here that takes input has a name; and there are at least so many, or the tree was not read."""
        self.picture(screen)
        inputs, nameless, roleless = stage.wait_until(
            f"the tree of the {screen} screen",
            lambda: len(found := self.tree.inputs()) >= least and (found, self.tree.nameless(), self.tree.roleless()))
        self.check(f"{screen}: each of {len(inputs)} inputs has a name", not nameless, ", ".join(nameless))
        self.check(f"{screen}: whatever takes the keyboard has a role", not roleless, ", ".join(roleless))

    def focus(self, name):
        stage.wait_until(f"the focus on “{name}”", lambda: (f := self.tree.focused()) is not None and name in (f.name or ""))

    def seen(self, name, role=None, seconds=20.0):
        return stage.wait_until(f"“{name}” on the screen", lambda: self.tree.find(name, role), seconds)

    def row(self, notes, seconds=20.0, **wanted):
        """Waits until the server's row of the waybill with these notes is as wanted."""
        columns = ["id", "waybill_number", "status", "driver_id", "item_count"]

        def found():
            rows = self.server.rows(f"SELECT {', '.join(columns)} FROM waybill WHERE notes = ?", notes)
            row = dict(zip(columns, rows[0])) if len(rows) == 1 else None
            return row if row and all(row[k] == v for k, v in wanted.items()) else None
        return stage.wait_until(f"the server to have {notes!r} with {wanted}", found, seconds)

    def toast(self, words):
        """What the desk says by itself is an alert, and its button has a name."""
        said = self.seen(words, "alert")
        buttons = [said.getChildAtIndex(i) for i in range(said.childCount)]
        self.check(f"“{words}” is an alert with a named button",
                   [(b.getRoleName(), b.name) for b in buttons] == [("push button", "Undo")], str(buttons))

    def others(self):
        return self.server.rows("SELECT id, status, driver_id, item_count, updated_at FROM waybill WHERE notes NOT IN (?, ?) ORDER BY id",
                                FIRST, SECOND)

    def desk(self, name, *options):
        return stage.start([os.path.join(self.programs, "waydesk"), *options, "--data-dir", os.path.join(self.folder, name)],
                           stdin=subprocess.DEVNULL, stdout=self.stage.log, stderr=self.stage.log)

    def newcomer(self):
        """Nothing but what the screen says: Ctrl+N and F2 stand on their buttons, the codes on the station."""
        mine, self.server = self.server, stage.Server(None, os.path.join(self.folder, "new", "demo"))
        desk = self.desk("new", "--demo")
        self.seen("Waybills", "table", 60)
        self.focus("Waybills")
        self.picture("newcomer")
        self.make_waybill(NEWCOMER)
        codes = self.scan(NEWCOMER)
        self.keys.press("ctrl+shift+Return")
        row = self.row(NEWCOMER, status="sealed", item_count=3)
        held = self.server.rows("SELECT barcode, 'DEL' || delivery_code FROM delivery WHERE waybill_id = ?", row["id"])
        self.check("the newcomer's first waybill is sealed with the three suggested parcels",
                   len(held) == 3 and all(any(code in names for names in held) for code in codes), f"{held} for {codes}")
        self.seen(f"{row['waybill_number']} will be sealed")
        self.keys.press("alt+F4")
        self.check("the desk closes at Alt+F4", desk.wait(30) == 0)
        stage.wait_until("the desk to have gone", lambda: self.tree.root() is None)
        self.server = mine

    def sign_in(self, url):
        self.desk("desk", "--connect", url)
        self.seen("E-mail", seconds=60)
        self.named("sign-in", 6)
        # From wherever the focus is, Tab comes to the e-mail address.
        for _ in range(12):
            focused = self.tree.focused()
            if focused is not None and focused.name == "E-mail":
                break
            self.keys.press("Tab")
        self.focus("E-mail")
        self.keys.type("dispatcher@demo.waydesk")
        self.keys.press("Tab")
        self.focus("Password")
        self.keys.type("demo")
        self.keys.press("Return")
        self.seen("Waybills", "table", 60)
        self.focus("Waybills")
        self.named("waybills", 10)
        self.check("signed in", True)

    def make_waybill(self, notes, look_at_names=False):
        self.keys.press("ctrl+n")
        self.seen("Make waybill")
        self.focus("From")
        if look_at_names:
            self.named("create panel", 10)
        self.keys.press("Down", "Tab")
        self.focus("To")
        self.keys.press("Down", "Down", "Tab", "Tab")
        self.focus("Notes")
        self.keys.type(notes)
        self.keys.press("ctrl+Return")
        number = self.row(notes, status="drafted")["waybill_number"]
        self.focus("Waybills")
        self.seen(number, "table cell")  # the newest: it stands on top
        self.seen(number, "label")  # what was just made is what is chosen: it stands beside the table
        self.check(f"{notes}: what was just made is what is chosen", True)

    def scan(self, notes):
        """Types the codes that the station suggests for this waybill; answers with them."""
        number = self.row(notes)["waybill_number"]
        self.keys.press("F2")
        self.seen("Code")
        self.seen(number, "label")
        self.focus("Code")
        ready = "Ready to be attached right now:"
        said = stage.wait_until("the station's suggestions", lambda: self.tree.find(ready).name)
        codes = [code.strip(".") for code in said.split(ready, 1)[1].split()]
        self.check(f"{notes}: the station suggests three codes", len(codes) == 3, str(codes))
        for code in codes:
            self.keys.type(code, delay_ms=60)
            self.keys.press("Return")
            self.seen(code)
        self.seen(f"Attach 3 to {number}")
        return codes

    def look_at_a_trip(self):
        number, parcels = self.server.rows(
            "SELECT t.trip_number, count(*) FROM trip t JOIN delivery d ON d.trip_id = t.id "
            "WHERE t.status = 'in_progress' GROUP BY t.id ORDER BY t.trip_number LIMIT 1")[0]
        self.keys.press("ctrl+2")
        self.focus("Trips")
        self.keys.press("slash")
        self.focus("Filter of the table")
        self.keys.type(number)
        self.keys.press("Return")
        self.focus("Trips")
        self.seen(number, "label")
        self.seen("Pickup", "table cell")
        self.named("trips", 6)
        self.seen(f"{parcels} parcels")
        self.check("a trip is shown with its stops", True)
        self.keys.press("Escape", "ctrl+1")
        self.focus("Waybills")

    def build_a_trip(self):
        """The trip builder by keys alone: three parcels from the list, one stop moved, made; then the map."""
        known = {i for i, in self.server.rows("SELECT id FROM trip")}
        self.keys.press("ctrl+2")
        self.focus("Trips")
        self.keys.press("ctrl+n")
        self.focus("Scan or search")
        self.named("trip builder", 8)
        self.keys.press("Down")
        self.focus("Parcels that can join")
        for count in (1, 2, 3):
            self.keys.press("Return")
            self.seen(f"{count} parcel{'s' if count > 1 else ''} ·")
        self.keys.press("ctrl+Return")

        def made():
            rows = self.server.rows("SELECT id, status, item_count FROM trip")
            return [r for r in rows if r[0] not in known and r[2] == 3]
        trip = stage.wait_until("the trip on the server", made)
        held = self.server.rows("SELECT count(*) FROM delivery WHERE trip_id = ?", trip[0][0])
        self.check("a trip of three parcels is made once", len(trip) == 1 and held[0][0] == 3, f"{trip} {held}")
        self.keys.press("ctrl+4")
        self.focus("Drivers")
        self.seen("Map", "canvas")
        self.named("map", 6)
        self.keys.press("ctrl+1")
        self.focus("Waybills")

    def work(self):
        url = self.server.start()
        before = self.others()
        self.sign_in(url)

        self.make_waybill(FIRST, look_at_names=True)
        self.toast("saved here, sent when the server answers")
        first = self.scan(FIRST)
        self.named("scan station", 6)
        self.keys.press("ctrl+shift+Return")
        self.row(FIRST, status="sealed", item_count=3)
        self.check("attached and sealed from the scan station", True)
        self.keys.press("ctrl+1")
        self.focus("Waybills")
        self.keys.press("ctrl+d")
        self.seen("Assign driver")
        self.focus("Driver")
        self.keys.press("Down")
        stage.wait_until("a driver to be chosen", lambda: self.tree.find("Assign driver", "push button").getState().contains(
            self.tree.atspi.STATE_ENABLED))
        self.keys.press("Return")
        stage.wait_until("the driver on the server", lambda: self.row(FIRST)["driver_id"])
        self.check("a driver is assigned", True)
        self.look_at_a_trip()
        self.build_a_trip()

        self.make_waybill(SECOND)
        second = self.scan(SECOND)
        self.keys.press("ctrl+Return")
        number = self.row(SECOND, status="drafted", item_count=3)["waybill_number"]
        self.keys.press("ctrl+1")
        self.focus("Waybills")
        self.server.pull_away()
        self.keys.press("ctrl+l")
        self.seen(f"Seal {number}: saved here, sent when the server answers")
        self.check("sealing without a server is taken at once", True)
        self.check("and has not reached the server", self.row(SECOND)["status"] == "drafted")
        self.keys.press("ctrl+5")
        self.seen("Actions and what became of them")
        self.named("sync", 6)
        self.server.start()
        self.row(SECOND, seconds=90, status="sealed", item_count=3)
        self.check("sealed when the server is back", True)
        self.account(before, {FIRST: first, SECOND: second})

    def account(self, before, codes):
        self.check("no waybill but these two was touched", self.others() == before)
        for notes, scanned in codes.items():
            rows = self.server.rows("SELECT id, driver_id FROM waybill WHERE notes = ?", notes)
            self.check(f"{notes}: once on the server", len(rows) == 1, str(rows))
            held = self.server.rows("SELECT barcode, 'DEL' || delivery_code FROM delivery WHERE waybill_id = ?", rows[0][0])
            right = len(held) == 3 and all(any(code in names for names in held) for code in scanned)
            self.check(f"{notes}: holds the three scanned parcels and no other", right, f"{held} for {scanned}")
            events = [e for e, in self.server.rows("SELECT event_type FROM waybill_event WHERE waybill_id = ? ORDER BY seq", rows[0][0])]
            print("      events:", events)
            self.check(f"{notes}: sealed once", sum("sealed" in e for e in events) == 1, str(events))
            self.check(f"{notes}: created once", sum("created" in e for e in events) == 1, str(events))
            drivers = 1 if notes == FIRST else 0
            self.check(f"{notes}: {drivers} driver assigned", sum("assign" in e for e in events) == drivers, str(events))
            self.check(f"{notes}: has {drivers} driver", (rows[0][1] is not None) == bool(drivers))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--bin", required=True)
    options.add_argument("--pictures", required=True)
    given = options.parse_args()
    os.makedirs(given.pictures, exist_ok=True)
    folder = tempfile.mkdtemp(prefix="waydesk-shift-")
    shift = None
    try:
        shift = Shift(os.path.abspath(given.bin), os.path.abspath(given.pictures), folder)
        shift.newcomer()
        shift.work()
    except Exception as error:
        traceback.print_exc(file=sys.stdout)
        if shift:
            shift.picture("gave-up")
            shift.check("the shift comes to its end", False, str(error))
            print("      on the screen:", shift.tree.report())
    finally:
        if shift:
            shift.stage.stop()
            shutil.copy(os.path.join(folder, "stage.log"), given.pictures)
        shutil.rmtree(folder, ignore_errors=True)
    passed, failed = (shift.passed, shift.failed) if shift else (0, 1)
    print(f"{passed} passed, {failed} failed", flush=True)
    return 0 if shift and failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
