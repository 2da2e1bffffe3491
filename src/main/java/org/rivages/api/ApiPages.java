package org.rivages.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.rivages.access.Allow;
import org.rivages.shared.NotFound;
import org.rivages.site.Languages;
import org.rivages.site.Links;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How the API is described, for programs and for people. */
@Controller
@Allow(Allow.Who.EVERYBODY)
class ApiPages {
    private static final byte[] DESCRIPTION = read();

    private final ApiSettings settings;
    private final Links links;

    ApiPages(ApiSettings settings, Links links) {
        this.settings = settings;
        this.links = links;
    }

    private static byte[] read() {
        try (InputStream in = ApiPages.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(value = "/api/v1/openapi.json", produces = "application/json")
    ResponseEntity<byte[]> description(HttpServletRequest request) {
        return Answers.bytes(request, DESCRIPTION, "");
    }

    /** Where the type of a problem leads a person. */
    @GetMapping(Problem.FOLDER + "{code}")
    ResponseEntity<Void> problem(HttpServletRequest request, @PathVariable String code) {
        Problem problem = Problem.of(code).orElseThrow(() -> new NotFound("problem"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Vary", "Accept-Language, Origin")
                .header(
                        "Location",
                        "/" + Languages.preferred(request).code() + "/api#" + problem.code())
                .build();
    }

    @GetMapping("/{lang}/api")
    ModelAndView page(Page page) {
        return page.view(
                "org/rivages/api/api",
                "base",
                links.base(),
                "limit",
                settings.limit(),
                "problems",
                Problem.values());
    }
}
