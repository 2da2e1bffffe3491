package org.rivages.follow;

import org.rivages.site.Links;
import org.rivages.site.Page;

/**
 * One list or combination of criteria, with the addresses by which it comes to a reader. All of
 * them name their host: they are copied into other programs.
 *
 * @param title in words
 * @param web its page, a path
 * @param hasEvents whether its calendar can have entries
 * @param subscription what a calendar program opens
 */
public record Followed(
        String title,
        String web,
        boolean hasEvents,
        String atom,
        String jsonFeed,
        String calendar,
        String subscription,
        String csv,
        String xlsx,
        String json) {

    static Followed of(Page page, Listing listing, Asked asked, String title) {
        Links links = page.site().links();
        return new Followed(
                title,
                page.url(listing.path()) + asked.address(),
                listing.hasEvents(),
                address(page, listing, asked, FollowForm.ATOM),
                address(page, listing, asked, FollowForm.JSONFEED),
                address(page, listing, asked, FollowForm.ICS),
                links.webcal(page.language(), listing.path() + ".ics" + asked.address()),
                address(page, listing, asked, FollowForm.CSV),
                address(page, listing, asked, FollowForm.XLSX),
                address(page, listing, asked, FollowForm.JSON));
    }

    private static String address(Page page, Listing listing, Asked asked, FollowForm form) {
        return page.site()
                .links()
                .absolute(page.language(), listing.path() + "." + form.suffix() + asked.address());
    }
}
