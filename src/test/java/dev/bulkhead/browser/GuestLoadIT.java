package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A real guest of each kind burns, holds, writes and talks, and rests; its charts rise and fall as its engine counts. */
class GuestLoadIT extends BrowserTest {

    @Test
    void chartsShowWhatEnginesCountOfGuestsThatWorkAndRest() {
        try (LoadedMachine machine = new LoadedMachine();
                LoadedContainer container = new LoadedContainer();
                LoadedBox box = new LoadedBox()) {
            WatchedGuest app = watch(container);
            WatchedGuest system = watch(box);
            machine.awaitSystem();
            WatchedGuest virtual = watch(machine);
            List<WatchedGuest> guests = List.of(virtual, app, system);
            guests.forEach(WatchedGuest::awaitRest);

            guests.forEach(each -> each.guest().work());
            guests.forEach(WatchedGuest::awaitWork);

            page.waitForCondition(() -> {
                guests.forEach(WatchedGuest::listen);
                return guests.stream().allMatch(WatchedGuest::isHeard);
            });
            SoftAssertions.assertSoftly(softly -> guests.forEach(each -> each.compare(softly)));
            assertParts(virtual.tab(), "0", "vda", "vnet");
            assertParts(app.tab(), "7:", "eth0");
            assertParts(system.tab(), "eth0");
            guests.forEach(each -> each.guest().rest());
            guests.forEach(WatchedGuest::awaitRest);

            assertThat(system.tab().getByText("LXD and Incus do not tell this")).isVisible();
            assertThat(app.tab().getByText("Nothing was counted so far")).isHidden();
        }
    }

    /** Each CPU and device has a row, with a figure in its last column. */
    private static void assertParts(Page tab, String... names) {
        tab.getByText("Each CPU and device now").click();
        for (String name : names) {
            Locator row = tab.locator(".parts td:first-child")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name)))
                    .locator("xpath=..");
            assertThat(row.locator("td").last()).hasText(Pattern.compile("[1-9]"));
        }
    }

    private WatchedGuest watch(LoadedGuest guest) {
        page.waitForCondition(
                () -> ServedApplication.caller().get("/api/v1/" + guest.path()).statusCode() == 200);
        return new WatchedGuest(guest, newTab(guest.path() + "?tab=usage&range=5m"));
    }
}
