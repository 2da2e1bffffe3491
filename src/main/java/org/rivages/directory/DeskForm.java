package org.rivages.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.rivages.site.Page;

/** What the selects of the desk's form offer: code → word. For templates. */
public final class DeskForm {
    private DeskForm() {}

    public static Map<String, String> classes(Page page) {
        return words(page, MembershipClass.values(), MembershipClass::key);
    }

    public static Map<String, String> states(Page page) {
        return words(page, MembershipState.values(), MembershipState::key);
    }

    public static Map<String, String> offices(Page page) {
        return words(page, Office.values(), Office::key);
    }

    public static Map<String, String> relations(Page page) {
        return words(page, RelationKind.values(), RelationKind::key);
    }

    public static Map<String, String> links(Page page) {
        return words(page, LinkState.values(), LinkState::key);
    }

    public static Map<String, String> schemes(Page page) {
        return words(page, IdentifierScheme.values(), IdentifierScheme::key);
    }

    private static <E extends Coded> Map<String, String> words(
            Page page, E[] list, Function<E, String> key) {
        Map<String, String> words = new LinkedHashMap<>();
        for (E word : list) {
            words.put(word.code(), page.t(key.apply(word)));
        }
        return words;
    }
}
