package org.rivages.participation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Certificates: earned and given at the desk, downloaded by their holder, checked by anybody. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
public class CertificatePages {
    private final Certificates certificates;
    private final Places places;
    private final Calls calls;
    private final Programmes programmes;
    private final Papers papers;
    private final CallSteps steps;

    CertificatePages(
            Certificates certificates,
            Places places,
            Calls calls,
            Programmes programmes,
            Papers papers,
            CallSteps steps) {
        this.certificates = certificates;
        this.places = places;
        this.calls = calls;
        this.programmes = programmes;
        this.papers = papers;
        this.steps = steps;
    }

    /** Asks for a code, for whoever holds a paper. */
    @GetMapping("/{lang}/certificates")
    @Allow(Allow.Who.EVERYBODY)
    ModelAndView ask(Page page, Form form) {
        String typed = form.value("code");
        if (!typed.isEmpty()) {
            Optional<String> code = CertificateCode.read(typed);
            if (code.isPresent()) {
                return page.redirect("/certificates/" + code.get());
            }
            form.reject("code", "participation.certificate.no-code");
        }
        ModelAndView view = page.view("org/rivages/participation/certificateAsk", "form", form);
        view.setStatus(form.ok() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** Valid, revoked or unknown, and no more than the paper itself says. */
    /** Never kept: a revoked certificate says so at once, and the page bears a person's name. */
    @GetMapping("/{lang}/certificates/{code}")
    @Allow(Allow.Who.EVERYBODY)
    ModelAndView check(Page page, HttpServletResponse response, @PathVariable String code) {
        response.setHeader("Cache-Control", "private, no-store");
        @Nullable Certificate certificate = certificates.byCode(code).orElse(null);
        @Nullable EditionSummary edition = certificate == null ? null : edition(certificate);
        ModelAndView view =
                page.view(
                        "org/rivages/participation/certificate",
                        "certificate",
                        certificate,
                        "edition",
                        edition,
                        "zone",
                        ZoneId.of(page.settings().zone()));
        view.setStatus(certificate == null ? HttpStatus.NOT_FOUND : HttpStatus.OK);
        return view;
    }

    @GetMapping("/{lang}/me/certificates/{code}.pdf")
    @Allow(Allow.Who.SIGNED_IN)
    ResponseEntity<byte[]> mine(Page page, @PathVariable String code) {
        Certificate certificate =
                certificates
                        .byCode(code)
                        .filter(Certificate::valid)
                        .filter(one -> page.viewer().person().equals(place(one).person()))
                        .orElseThrow(() -> new NotFound("certificate"));
        return papers.certificate(certificate, edition(certificate));
    }

    @GetMapping("/{lang}/desk/calls/{slug}/certificates")
    ModelAndView list(Page page, @PathVariable String slug) {
        return show(page, call(page, slug), Form.empty(), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/calls/{slug}/certificates")
    ModelAndView issue(Page page, @PathVariable String slug) {
        CallView call = call(page, slug);
        int issued = certificates.issue(call, page.viewer().person());
        return page.redirect(
                path(call),
                issued > 0
                        ? "participation.certificates-issued.notice"
                        : "participation.no-certificates.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/certificates/{id}/revoke")
    ModelAndView revoke(Page page, @PathVariable String slug, @PathVariable UUID id, Form form) {
        CallView call = call(page, slug);
        Certificate certificate = find(call, id);
        String reason = form.line("reason-" + id, 300);
        if (reason.isEmpty()) {
            form.reject("reason-" + id, "participation.certificate.reason-needed");
            return show(page, call, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        certificates.revoke(certificate, reason, page.viewer().person());
        return page.redirect(path(call), "participation.certificate-revoked.notice");
    }

    @GetMapping("/{lang}/desk/calls/{slug}/certificates/{id}.pdf")
    ResponseEntity<byte[]> pdf(Page page, @PathVariable String slug, @PathVariable UUID id) {
        Certificate certificate = find(call(page, slug), id);
        return papers.certificate(certificate, edition(certificate));
    }

    @GetMapping("/{lang}/desk/calls/{slug}/certificates.csv")
    ResponseEntity<String> csv(Page page, @PathVariable String slug) {
        CallView call = call(page, slug);
        return papers.certificateList(certificates.standings(call), call);
    }

    private ModelAndView show(Page page, CallView call, Form form, HttpStatus status) {
        List<Certificate> revoked =
                certificates.of(call).stream().filter(certificate -> !certificate.valid()).toList();
        ModelAndView view =
                page.view(
                        "org/rivages/participation/certificates",
                        "steps",
                        steps.of(page.viewer()),
                        "call",
                        call,
                        "standings",
                        certificates.standings(call),
                        "revoked",
                        revoked,
                        "terms",
                        places.terms(call.id()),
                        "form",
                        form);
        view.setStatus(status);
        return view;
    }

    private Certificate find(CallView call, UUID id) {
        return certificates.of(call).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("certificate"));
    }

    private Place place(Certificate certificate) {
        return places.find(certificate.place()).orElseThrow(() -> new NotFound("place"));
    }

    private EditionSummary edition(Certificate certificate) {
        CallView call =
                calls.call(place(certificate).call()).orElseThrow(() -> new NotFound("call"));
        return programmes.edition(call.edition()).orElseThrow(() -> new NotFound("edition"));
    }

    private CallView call(Page page, String slug) {
        CallView call = calls.call(slug).orElseThrow(() -> new NotFound("call"));
        page.viewer().require(call.programme().value(), Role.SECRETARIAT, Role.PROGRAMME_MANAGER);
        return call;
    }

    private static String path(CallView call) {
        return "/desk/calls/" + call.slug() + "/certificates";
    }
}
