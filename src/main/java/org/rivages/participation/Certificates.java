package org.rivages.participation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallView;
import org.rivages.mail.Letter;
import org.rivages.mail.Outbox;
import org.rivages.shared.Now;
import org.rivages.site.Links;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Certificates of attendance: who has earned one, given once, taken back with a reason. */
@Component
public class Certificates {
    /**
     * A person of the class.
     *
     * @param earned by the rule of the call, from the attendance as it stands now
     * @param valid the certificate in force, or null
     */
    public record Standing(
            Place place,
            ApplicationSummary application,
            Attendance.Share share,
            boolean earned,
            @Nullable Certificate valid) {}

    private final CertificateStore store;
    private final Places places;
    private final Attendance attendance;
    private final Applications applications;
    private final Outbox outbox;
    private final Texts texts;
    private final Links links;
    private final AuditTrail audit;
    private final Now now;

    Certificates(
            CertificateStore store,
            Places places,
            Attendance attendance,
            Applications applications,
            Outbox outbox,
            Texts texts,
            Links links,
            AuditTrail audit,
            Now now) {
        this.store = store;
        this.places = places;
        this.attendance = attendance;
        this.applications = applications;
        this.outbox = outbox;
        this.texts = texts;
        this.links = links;
        this.audit = audit;
        this.now = now;
    }

    List<Standing> standings(CallView call) {
        Map<PlaceId, Attendance.Share> shares = attendance.shares(call.id(), call.edition());
        Map<PlaceId, Certificate> valid =
                store.of(call.id()).stream()
                        .filter(Certificate::valid)
                        .collect(Collectors.toMap(Certificate::place, certificate -> certificate));
        Terms terms = places.terms(call.id());
        List<Standing> standings = new ArrayList<>();
        for (Place place : places.accepted(call.id())) {
            Attendance.Share share = shares.getOrDefault(place.id(), new Attendance.Share(0, 0));
            standings.add(
                    new Standing(
                            place,
                            applications.get(place.application()),
                            share,
                            terms.earned(share.attended(), share.total()),
                            valid.get(place.id())));
        }
        standings.sort(Comparator.comparing(standing -> standing.application().name()));
        return standings;
    }

    /** Gives a certificate to everybody who has earned one and has none; says how many. */
    @Transactional
    int issue(CallView call, UUID by) {
        int issued = 0;
        for (Standing standing : standings(call)) {
            if (standing.earned() && standing.valid() == null && issue(standing, call, by)) {
                issued++;
            }
        }
        return issued;
    }

    private boolean issue(Standing standing, CallView call, UUID by) {
        ApplicationSummary to = standing.application();
        String passport = places.practical(standing.place().id()).passportName();
        Instant at = now.instant();
        Certificate certificate =
                new Certificate(
                        UUID.randomUUID(),
                        standing.place().id(),
                        CertificateCode.make(),
                        passport.isEmpty() ? to.name() : passport,
                        to.language(),
                        standing.share().attended(),
                        standing.share().total(),
                        at,
                        null,
                        "");
        if (!store.insert(certificate, by)) {
            return false;
        }
        audit.record(
                by,
                "participation.certificate-issued",
                certificate.id(),
                Map.of(
                        "place",
                        certificate.place().value(),
                        "attended",
                        certificate.attended(),
                        "total",
                        certificate.total()));
        letter(certificate, to, call);
        return true;
    }

    private void letter(Certificate certificate, ApplicationSummary to, CallView call) {
        if (to.email().isEmpty()) {
            return;
        }
        Words words = texts.in(to.language());
        Object[] args = {
            "name", to.name(),
            "call", words.get(call.title()),
            "link", links.absolute(to.language(), "/me/places/" + certificate.place().value()),
            "check", links.absolute(to.language(), "/certificates/" + certificate.code())
        };
        outbox.put(
                new Letter(
                        "mail.kind.certificate",
                        certificate.id(),
                        to.email(),
                        to.person(),
                        to.language(),
                        words.get("participation.mail.certificate.subject", args),
                        words.get("participation.mail.certificate.body", args),
                        "certificate:" + certificate.id()));
    }

    @Transactional
    boolean revoke(Certificate certificate, String reason, UUID by) {
        boolean revoked = store.revoke(certificate.id(), now.instant(), reason);
        if (revoked) {
            audit.record(
                    by,
                    "participation.certificate-revoked",
                    certificate.id(),
                    Map.of("reason", reason));
        }
        return revoked;
    }

    Optional<Certificate> byCode(String typed) {
        return CertificateCode.read(typed).flatMap(store::byCode);
    }

    List<Certificate> of(CallView call) {
        return store.of(call.id());
    }

    List<Certificate> of(PlaceId place) {
        return store.of(place);
    }
}
