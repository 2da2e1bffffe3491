package org.rivages.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.rivages.site.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The library at the desk: every entry that this person may read, whatever its state. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
public class LibraryDeskList {
    private static final int ROWS = 50;

    private final EntryStore entries;
    private final LibraryRules rules;

    LibraryDeskList(EntryStore entries, LibraryRules rules) {
        this.entries = entries;
        this.rules = rules;
    }

    /** An entry as a line of the list. */
    public record Row(Entry entry, boolean stale) {}

    @GetMapping("/{lang}/desk/library")
    ModelAndView list(Page page, Form form) {
        String text = form.line("q", Form.LINE).toLowerCase(Locale.ROOT);
        EntryKind kind = form.choice("kind", EntryKind::of).orElse(null);
        EntryState state = form.choice("state", EntryState.class).orElse(null);
        List<Entry> mine =
                entries.entries().stream()
                        .filter(entry -> rules.reads(page.viewer(), entry))
                        .toList();
        List<Row> found =
                mine.stream()
                        .filter(entry -> kind == null || entry.kind() == kind)
                        .filter(entry -> state == null || entry.state() == state)
                        .filter(entry -> text.isEmpty() || tells(entry, text))
                        .map(entry -> new Row(entry, entry.isStale(LibrarySections.today(page))))
                        .toList();
        Paging paging = Paging.of(form.value("page"), found.size(), ROWS);
        ModelAndView view =
                page.view(
                        "org/rivages/library/deskLibrary",
                        "form",
                        form,
                        "any",
                        !mine.isEmpty(),
                        "total",
                        found.size(),
                        "rows",
                        found.stream().skip(paging.offset()).limit(ROWS).toList(),
                        "paging",
                        paging,
                        "query",
                        query(form));
        if (!form.ok()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static boolean tells(Entry entry, String text) {
        return entry.slug().contains(text)
                || entry.title().all().values().stream()
                        .anyMatch(title -> title.toLowerCase(Locale.ROOT).contains(text));
    }

    private static String query(Form form) {
        List<String> pairs = new ArrayList<>();
        for (String name : List.of("q", "kind", "state")) {
            if (!form.value(name).isEmpty()) {
                pairs.add(name + "=" + URLEncoder.encode(form.value(name), StandardCharsets.UTF_8));
            }
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }
}
