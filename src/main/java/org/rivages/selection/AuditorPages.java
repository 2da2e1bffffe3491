package org.rivages.selection;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rivages.access.Allow;
import org.rivages.access.NotAllowed;
import org.rivages.access.Role;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.rivages.site.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The auditor's file of a released decision. It holds sealed values, so each copy is recorded. */
@Controller
@Allow(roles = {Role.ADMINISTRATOR, Role.COMMITTEE_CHAIR})
class AuditorPages {
    private final Calls calls;
    private final RuleStore rules;
    private final Publications publications;
    private final Texts texts;

    AuditorPages(Calls calls, RuleStore rules, Publications publications, Texts texts) {
        this.calls = calls;
        this.rules = rules;
        this.publications = publications;
        this.texts = texts;
    }

    static boolean mayHave(Page page, CallView call) {
        return page.viewer().has(Role.ADMINISTRATOR)
                || page.viewer().has(Role.COMMITTEE_CHAIR, call.programme().value());
    }

    @GetMapping("/{lang}/desk/calls/{slug}/decisions/auditor.zip")
    ResponseEntity<byte[]> file(Page page, @PathVariable String slug) {
        CallView call = calls.call(slug).orElseThrow(() -> new NotFound("call " + slug));
        if (!mayHave(page, call)) {
            throw new NotAllowed();
        }
        AuditorsFile file =
                publications
                        .handOut(call.id(), page.viewer().person())
                        .orElseThrow(() -> new NotFound("not released"));
        String published = rules.current(call.id()).orElseThrow().rules().json();
        return attachment(
                slug + "-audit.zip", "application/zip", file.zip(published, readme(call)));
    }

    private Map<String, String> readme(CallView call) {
        Map<String, String> readme = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            var words = texts.in(language);
            readme.put(
                    "README." + language.code() + ".txt",
                    words.get("selection.auditor.readme", "call", words.get(call.title())));
        }
        return readme;
    }

    /** The rule as its hash was published, once the seed may be known. */
    @GetMapping("/{lang}/calls/{slug}/rules.json")
    @Allow(Allow.Who.EVERYBODY)
    ResponseEntity<byte[]> rules(@PathVariable String slug) {
        CallView call = calls.published(slug);
        RuleSet set =
                rules.current(call.id())
                        .map(SavedRules::rules)
                        .filter(_ -> publications.published(call.id()).isPresent())
                        .filter(all -> all.rules().stream().noneMatch(RuleSection::names))
                        .orElseThrow(() -> new NotFound("rule of " + slug));
        return attachment(
                "rules.json", "application/json", set.json().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> attachment(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }
}
