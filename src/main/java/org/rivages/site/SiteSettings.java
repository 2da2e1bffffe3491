package org.rivages.site;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;

/**
 * What an installation says of itself; edited at the desk.
 *
 * @param name the brand in the header
 * @param about one or two sentences for the home page
 * @param associateNetwork slug of the network whose associate members stand in the main navigation;
 *     null for none
 * @param contact the address to write to; "" for none
 * @param channels where else the network can be followed
 * @param zone the time zone of the secretariat, as IANA spells it
 * @param demonstration this installation shows demonstration data, and says so on every page
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SiteSettings(
        LocalizedText name,
        LocalizedText about,
        @Nullable String associateNetwork,
        String contact,
        List<Channel> channels,
        String zone,
        boolean demonstration) {

    /**
     * @param name as people know it: LinkedIn, Mastodon, YouTube
     * @param url an https address
     */
    public record Channel(String name, String url) {}

    public static final SiteSettings FIRST =
            new SiteSettings(
                    LocalizedText.of("Rivages", "Rivages", "ضفاف"),
                    LocalizedText.EMPTY,
                    null,
                    "",
                    List.of(),
                    "Europe/Paris",
                    false);
}
