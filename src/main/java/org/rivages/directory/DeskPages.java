package org.rivages.directory;

import com.ibm.icu.text.Collator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The secretariat keeps the directory: adds, edits, confirms, takes out of sight. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.ADMINISTRATOR})
class DeskPages {
    private static final int REASON = 300;

    private final OrganisationStore organisations;
    private final SummaryStore summaries;
    private final VersionsOf versions;
    private final Records records;

    DeskPages(
            OrganisationStore organisations,
            SummaryStore summaries,
            VersionsOf versions,
            Records records) {
        this.organisations = organisations;
        this.summaries = summaries;
        this.versions = versions;
        this.records = records;
    }

    @GetMapping("/{lang}/desk/organisations/new")
    ModelAndView fresh(Page page) {
        return edit(page, null, Form.empty(), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/organisations/new")
    ModelAndView add(Page page, Form form) {
        if (FormRows.pressed(form, OrganisationForm.PARTS)) {
            return edit(page, null, form, HttpStatus.OK);
        }
        OrganisationId id = OrganisationId.fresh();
        Organisation typed = new OrganisationForm(form, id).read(null, offered(null), today(page));
        String reason = form.line("reason", REASON);
        if (!form.ok()) {
            return edit(page, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return after(page, form, null, records.add(typed, page.viewer().person(), reason));
    }

    @GetMapping("/{lang}/desk/organisations/{id}")
    ModelAndView show(Page page, @PathVariable String id) {
        StoredOrganisation stored = stored(id);
        Form form = OrganisationForm.fill(stored.organisation()).with("version", stored.version());
        return edit(page, stored, form, HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/organisations/{id}")
    ModelAndView save(Page page, @PathVariable String id, Form form) {
        StoredOrganisation stored = stored(id);
        if (FormRows.pressed(form, OrganisationForm.PARTS)) {
            return edit(page, stored, form, HttpStatus.OK);
        }
        Organisation typed =
                new OrganisationForm(form, stored.organisation().id())
                        .read(stored.organisation(), offered(stored.organisation()), today(page));
        String reason = form.requiredLine("reason", REASON);
        int from = form.requiredInteger("version", 1, Integer.MAX_VALUE);
        if (!form.ok()) {
            return edit(page, stored, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return after(page, form, stored, records.edit(typed, from, page.viewer().person(), reason));
    }

    private ModelAndView after(
            Page page, Form form, @Nullable StoredOrganisation stored, Saving saving) {
        return switch (saving) {
            case Saving.Saved saved ->
                    page.redirect(
                            "/desk/organisations/" + saved.id(), "directory.desk.saved.notice");
            case Saving.SlugTaken taken -> {
                form.reject("slug", "directory.desk.problem.slug-taken");
                yield edit(page, stored, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Saving.Overtaken overtaken -> {
                int from = Integer.parseInt(form.value("version"));
                form.with("version", overtaken.now().version());
                ModelAndView view = edit(page, overtaken.now(), form, HttpStatus.CONFLICT);
                view.addObject("meanwhile", versions.since(page, overtaken.now(), from));
                yield view;
            }
        };
    }

    @PostMapping("/{lang}/desk/organisations/{id}/confirm")
    ModelAndView confirm(Page page, @PathVariable String id) {
        StoredOrganisation stored = stored(id);
        records.confirm(
                stored.organisation().id(),
                page.viewer().person(),
                page.t("directory.desk.confirmed.reason"));
        return page.redirect("/desk/organisations/" + id, "directory.desk.confirmed.notice");
    }

    @PostMapping("/{lang}/desk/organisations/{id}/archive")
    ModelAndView archive(Page page, @PathVariable String id, Form form) {
        StoredOrganisation stored = stored(id);
        String reason = form.requiredLine("archiveReason", REASON);
        if (!form.ok()) {
            Form filled =
                    OrganisationForm.fill(stored.organisation()).with("version", stored.version());
            filled.reject("archiveReason", "site.form.required");
            return edit(page, stored, filled, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        records.archive(stored.organisation().id(), page.viewer().person(), reason);
        return page.redirect("/desk/organisations/" + id, "directory.desk.archived.notice");
    }

    @PostMapping("/{lang}/desk/organisations/{id}/restore")
    ModelAndView restore(Page page, @PathVariable String id) {
        StoredOrganisation stored = stored(id);
        records.restore(
                stored.organisation().id(),
                page.viewer().person(),
                page.t("directory.desk.restored.reason"));
        return page.redirect("/desk/organisations/" + id, "directory.desk.restored.notice");
    }

    @GetMapping("/{lang}/desk/organisations/{id}/versions")
    ModelAndView versions(Page page, @PathVariable String id) {
        StoredOrganisation stored = stored(id);
        return page.view(
                "org/rivages/directory/deskVersions",
                "stored",
                stored,
                "versions",
                versions.all(page, stored));
    }

    private ModelAndView edit(
            Page page, @Nullable StoredOrganisation stored, Form form, HttpStatus status) {
        Organisation one = stored == null ? null : stored.organisation();
        Map<String, String> others = new LinkedHashMap<>();
        offered(one).forEach((id, other) -> others.put(id, other.label(page.language())));
        ModelAndView view =
                page.view(
                        "org/rivages/directory/deskOrganisation",
                        "form",
                        form,
                        "stored",
                        stored,
                        "others",
                        others,
                        "countries",
                        countries(page));
        view.setStatus(status);
        return view;
    }

    /** All organisations that can be named, and those that this record names already. */
    private Map<String, OrganisationSummary> offered(@Nullable Organisation one) {
        Map<String, OrganisationSummary> offered = new LinkedHashMap<>();
        summaries.all().forEach(other -> offered.put(other.id().toString(), other));
        if (one != null) {
            offered.remove(one.id().toString());
            summaries
                    .byIds(VersionsOf.named(one))
                    .forEach((id, other) -> offered.put(id.toString(), other));
        }
        return offered;
    }

    private static Map<String, String> countries(Page page) {
        Map<String, String> countries = new LinkedHashMap<>();
        Collator collator = Collator.getInstance(page.language().locale());
        Arrays.stream(Locale.getISOCountries())
                .map(code -> Map.entry(code, page.words().country(code)))
                .sorted(Map.Entry.comparingByValue(collator::compare))
                .forEach(country -> countries.put(country.getKey(), country.getValue()));
        return countries;
    }

    private StoredOrganisation stored(String id) {
        try {
            return organisations
                    .byId(new OrganisationId(UUID.fromString(id)))
                    .orElseThrow(() -> new NotFound("organisation"));
        } catch (IllegalArgumentException e) {
            throw new NotFound("organisation");
        }
    }

    private static LocalDate today(Page page) {
        return page.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
