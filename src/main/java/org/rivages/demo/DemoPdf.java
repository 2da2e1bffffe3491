package org.rivages.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.rivages.calls.AnswerKeys;

/** One-page PDF files that say that they are made up; the same bytes for everybody. */
final class DemoPdf {
    private static final Map<String, String> TITLES =
            Map.of(
                    AnswerKeys.CV, "Curriculum vitae",
                    AnswerKeys.MOTIVATION_LETTER, "Letter of motivation",
                    AnswerKeys.EMPLOYER_LETTER, "Letter of the employer");

    private DemoPdf() {}

    static String name(String field) {
        return switch (field) {
            case AnswerKeys.CV -> "cv.pdf";
            case AnswerKeys.MOTIVATION_LETTER -> "motivation.pdf";
            default -> "employer.pdf";
        };
    }

    static byte[] of(String field) {
        String words = TITLES.getOrDefault(field, field) + " (demonstration data, invented)";
        String text =
                "BT /F1 16 Tf 72 760 Td ("
                        + words.replace("(", "\\(").replace(")", "\\)")
                        + ") Tj ET";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        int size = objects.length + 1;
        pdf.append("xref\n0 ").append(size).append('\n').append(table);
        pdf.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R >>\n");
        pdf.append("startxref\n").append(start).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
