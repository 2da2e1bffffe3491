package org.rivages.participation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.rivages.applications.ApplicationSummary;
import org.rivages.calls.CallView;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.SessionSummary;
import org.rivages.shared.Cells;
import org.rivages.shared.Now;
import org.rivages.site.Links;
import org.rivages.site.SiteSettingsStore;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What people carry away: certificate, invitation letter, list. */
@Component
class Papers {
    private final PdfWriter pdf;
    private final Texts texts;
    private final Links links;
    private final SiteSettingsStore settings;
    private final Now now;

    Papers(PdfWriter pdf, Texts texts, Links links, SiteSettingsStore settings, Now now) {
        this.pdf = pdf;
        this.texts = texts;
        this.links = links;
        this.settings = settings;
        this.now = now;
    }

    ResponseEntity<byte[]> certificate(Certificate certificate, EditionSummary edition) {
        Words words = texts.in(certificate.language());
        byte[] bytes =
                pdf.write(
                        "org/rivages/participation/certificatePdf",
                        PdfWriter.style("certificate"),
                        Map.of(
                                "words",
                                words,
                                "certificate",
                                certificate,
                                "edition",
                                edition,
                                "issuer",
                                words.get(settings.get().name()),
                                "issued",
                                words.day(certificate.issuedAt().atZone(zone()).toLocalDate()),
                                "check",
                                links.absolute(
                                        certificate.language(),
                                        "/certificates/" + certificate.code())),
                        certificate.language());
        return file(bytes, "certificate-" + certificate.code() + ".pdf");
    }

    /**
     * @param name as in the passport when it is known
     */
    ResponseEntity<byte[]> invitation(
            ApplicationSummary to,
            String name,
            EditionSummary edition,
            List<SessionSummary> sessions) {
        Words words = texts.in(to.language());
        byte[] bytes =
                pdf.write(
                        "org/rivages/participation/invitationPdf",
                        PdfWriter.style("invitation"),
                        Map.of(
                                "words",
                                words,
                                "name",
                                name.isEmpty() ? to.name() : name,
                                "number",
                                to.number(),
                                "edition",
                                edition,
                                "sessions",
                                sessions,
                                "issuer",
                                words.get(settings.get().name()),
                                "contact",
                                settings.get().contact(),
                                "issued",
                                words.day(now.instant().atZone(zone()).toLocalDate())),
                        to.language());
        return file(bytes, "invitation-" + to.number() + ".pdf");
    }

    ResponseEntity<String> certificateList(List<Certificates.Standing> standings, CallView call) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter out = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            out.printRecord(
                    "number",
                    "name",
                    "organisation",
                    "country",
                    "attended",
                    "total",
                    "earned",
                    "code");
            for (Certificates.Standing one : standings) {
                out.printRecord(
                        Cells.safe(one.application().number()),
                        Cells.safe(one.application().name()),
                        Cells.safe(one.application().organisation()),
                        one.application().country(),
                        one.share().attended(),
                        one.share().total(),
                        one.earned() ? "yes" : "no",
                        one.valid() == null ? "" : one.valid().code());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", attachment("certificates-" + call.slug() + ".csv"))
                .header("Cache-Control", "private, no-store")
                .body(csv.toString());
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", attachment(name))
                .header("Cache-Control", "private, no-store")
                .body(bytes);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private ZoneId zone() {
        return ZoneId.of(settings.get().zone());
    }
}
