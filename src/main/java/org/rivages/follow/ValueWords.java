package org.rivages.follow;

import java.util.List;
import java.util.Locale;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** The word for any value of any criterion: of a room, of ICU, of this room, or the bare code. */
@Component
class ValueWords {
    private final List<CriterionWords> rooms;

    ValueWords(List<CriterionWords> rooms) {
        this.rooms = rooms;
    }

    String word(String criterion, String value, Words words) {
        for (CriterionWords room : rooms) {
            if (room.knows(criterion, value)) {
                return room.word(criterion, value, words);
            }
        }
        return switch (criterion) {
            case "country" -> country(value, words);
            case "region" -> region(value, words);
            case "language" -> language(value, words);
            case "sdg" -> words.get("follow.sdg", "number", value);
            default -> {
                String key = "follow." + criterion + "." + value;
                yield words.has(key) ? words.get(key) : value;
            }
        };
    }

    private static String country(String code, Words words) {
        return code.matches("[A-Z]{2}") ? words.country(code) : code;
    }

    /** Regions of the United Nations have names in ICU, as countries do. */
    private static String region(String code, Words words) {
        return code.matches("[0-9]{3}") ? words.country(code) : code;
    }

    private static String language(String tag, Words words) {
        String name =
                tag.matches("[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*") ? words.languageName(tag) : tag;
        return name.isEmpty()
                ? tag
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
