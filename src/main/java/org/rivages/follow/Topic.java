package org.rivages.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rivages.shared.Language;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** A feed that a hub can push: its first page, in its usual order. */
record Topic(Language language, Listing listing, FollowForm form, Asked asked) {
    private static final Pattern PATH = Pattern.compile("/([a-z]{2})/([a-z]+)\\.([a-z]+)(\\?.*)?");

    /** The whole lists: always topics. */
    static List<Topic> lists() {
        List<Topic> topics = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Listing listing : Listing.values()) {
                for (FollowForm form : FollowForm.values()) {
                    if (form.isFeed()) {
                        topics.add(new Topic(language, listing, form, Parameters.nothing()));
                    }
                }
            }
        }
        return topics;
    }

    static boolean mayBe(FollowForm form, Asked asked) {
        return form.isFeed() && asked.page() == 1 && asked.sort() == null;
    }

    /** The address without the host; the same question always has the same. */
    String path() {
        return "/"
                + language.code()
                + listing.path()
                + "."
                + form.suffix()
                + asked.unordered().address();
    }

    /** Empty when a Rivages of another age wrote it. */
    static Optional<Topic> of(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            MultiValueMap<String, String> params = new LinkedMultiValueMap<>();
            UriComponentsBuilder.fromUriString(path)
                    .build(true)
                    .getQueryParams()
                    .forEach((name, values) ->
                            values.forEach(value -> params.add(name, decoded(value))));
            return Language.of(parts.group(1))
                    .map(language ->
                            new Topic(
                                    language,
                                    Listing.valueOf(
                                            parts.group(2).toUpperCase(java.util.Locale.ROOT)),
                                    FollowForm.of(parts.group(3)),
                                    Parameters.read(params)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String value) {
        return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    }
}
