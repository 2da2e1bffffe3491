package org.rivages.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rivages.access.Allow;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One organisation with everything that is known of it. */
@Controller
@Allow(Allow.Who.EVERYBODY)
class ProfilePages {
    private final OrganisationStore organisations;
    private final Profiles profiles;
    private final OrganisationData data;
    private final List<ProfileSection> sections;

    ProfilePages(
            OrganisationStore organisations,
            Profiles profiles,
            OrganisationData data,
            List<ProfileSection> sections) {
        this.organisations = organisations;
        this.profiles = profiles;
        this.data = data;
        this.sections = sections;
    }

    @GetMapping("/{lang}/organisations/{slug}")
    ModelAndView profile(Page page, @PathVariable String slug, HttpServletResponse response) {
        Optional<StoredOrganisation> found = organisations.bySlug(slug);
        if (found.isEmpty()) {
            String now =
                    organisations.movedTo(slug).orElseThrow(() -> new NotFound("organisation"));
            response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
            response.setHeader("Location", page.url("/organisations/" + now));
            return new ModelAndView((model, request, answer) -> {});
        }
        if (found.get().archived()) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        ProfileView profile = profiles.of(found.get(), page);
        List<Section> more =
                sections.stream()
                        .map(section -> section.section(page, profile.summary()))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList();
        return page.view(
                "org/rivages/directory/organisation",
                "profile",
                profile,
                "sections",
                more,
                "data",
                data.script(profile, page.language()));
    }
}
