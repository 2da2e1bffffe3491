package org.rivages.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rivages.access.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The home page, made of what the rooms show there, and the two pages of duty. */
@Controller
@Allow(Allow.Who.EVERYBODY)
class HomePages {
    private final List<HomeSection> sections;
    private final List<PrivacySection> kept;

    HomePages(List<HomeSection> sections, List<PrivacySection> kept) {
        this.sections = sections;
        this.kept = kept;
    }

    @GetMapping("/")
    ModelAndView root(HttpServletRequest request) {
        return new ModelAndView(new SeeOther("/" + Languages.preferred(request).code() + "/"));
    }

    @GetMapping({"/{lang:en|fr|ar}", "/{lang:en|fr|ar}/"})
    ModelAndView home(Page page) {
        List<Section> shown =
                sections.stream()
                        .map(section -> section.section(page))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList();
        return page.view("org/rivages/site/home", "sections", shown);
    }

    @GetMapping("/{lang}/accessibility")
    ModelAndView accessibility(Page page) {
        return page.view("org/rivages/site/accessibility");
    }

    @GetMapping("/{lang}/privacy")
    ModelAndView privacy(Page page) {
        List<Section> shown =
                kept.stream()
                        .map(each -> each.section(page))
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList();
        return page.view("org/rivages/site/privacy", "sections", shown);
    }
}
