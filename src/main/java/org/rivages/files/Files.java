package org.rivages.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.rivages.shared.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door: store what was uploaded, give it back. Whoever calls has checked that the reader
 * may have the file.
 */
@Component
public class Files {
    /** How far into a zip we look for the mark of a text document. */
    private static final int ENTRIES_READ = 200;

    /** How many bytes of it we unpack for that: a few megabytes can hold gigabytes of nothing. */
    private static final long MOST_UNPACKED = 64_000_000;

    private final Tika tika = new Tika();
    private final JdbcClient jdbc;

    Files(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores an upload in the transaction of the caller, or says why not.
     *
     * @param most the limit in bytes; no more than this is ever read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Storing store(String name, InputStream upload, Set<FileType> allowed, int most) {
        byte[] bytes;
        try {
            bytes = upload.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length == 0) {
            return new Storing.Empty();
        }
        if (bytes.length > most) {
            return new Storing.TooLarge(most);
        }
        Optional<FileType> type = typeOf(bytes).filter(allowed::contains);
        return type.<Storing>map(t -> new Storing.Stored(keep(plainName(name, t), t, bytes)))
                .orElseGet(() -> new Storing.WrongType(allowed));
    }

    private StoredFile keep(String name, FileType type, byte[] bytes) {
        String sha256 = sha256(bytes);
        jdbc.sql(
                        """
                        insert into files.content (sha256, size, bytes) values (:sha256, :size, :bytes)
                        on conflict (sha256) do nothing
                        """)
                .param("sha256", sha256)
                .param("size", (long) bytes.length)
                .param("bytes", bytes)
                .update();
        StoredFile file = new StoredFile(UUID.randomUUID(), name, type, bytes.length);
        jdbc.sql(
                        """
                        insert into files.file (id, sha256, name, type, size)
                        values (:id, :sha256, :name, :type, :size)
                        """)
                .param("id", file.id())
                .param("sha256", sha256)
                .param("name", name)
                .param("type", type.name())
                .param("size", file.size())
                .update();
        return file;
    }

    public Optional<StoredFile> file(UUID id) {
        return jdbc.sql("select id, name, type, size from files.file where id = :id")
                .param("id", id)
                .query((row, n) ->
                        new StoredFile(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                FileType.valueOf(row.getString("type")),
                                row.getLong("size")))
                .optional();
    }

    public byte[] bytes(UUID id) {
        return jdbc.sql(
                        """
                        select c.bytes from files.file f join files.content c using (sha256)
                        where f.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> row.getBytes("bytes"))
                .optional()
                .orElseThrow(() -> new NotFound("file " + id));
    }

    /**
     * The file as an attachment: never shown inside our own pages, never guessed at by a browser.
     */
    public ResponseEntity<byte[]> attachment(UUID id) {
        StoredFile file = file(id).orElseThrow(() -> new NotFound("file " + id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Cache-Control", "private, no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(bytes(id));
    }

    /** Forgets a file; its content goes with the last file that has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(UUID id) {
        jdbc.sql(
                        """
                        with gone as (delete from files.file where id = :id returning sha256)
                        delete from files.content c using gone
                        where c.sha256 = gone.sha256
                          and not exists (select 1 from files.file f
                                          where f.sha256 = gone.sha256 and f.id <> :id)
                        """)
                .param("id", id)
                .update();
    }

    Optional<FileType> typeOf(byte[] bytes) {
        String mediaType = tika.detect(bytes);
        return mediaType.equals("application/zip") || mediaType.startsWith("application/x-tika")
                ? documentInZip(bytes)
                : FileType.ofMediaType(mediaType);
    }

    /** A zip is taken only for what its inside says it is. */
    private static Optional<FileType> documentInZip(byte[] bytes) {
        try (ZipInputStream zip =
                new ZipInputStream(new BufferedInputStream(new ByteArrayInputStream(bytes)))) {
            long left = MOST_UNPACKED;
            for (int i = 0; i < ENTRIES_READ && left > 0; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    break;
                }
                if (entry.getName().equals("word/document.xml")) {
                    return Optional.of(FileType.WORD);
                }
                if (entry.getName().equals("mimetype")
                        && new String(
                                        zip.readNBytes(100),
                                        java.nio.charset.StandardCharsets.US_ASCII)
                                .equals(FileType.OPEN_TEXT.mediaType())) {
                    return Optional.of(FileType.OPEN_TEXT);
                }
                left -= skip(zip, left);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Unpacks the rest of an entry, up to a limit; how much that was. */
    private static long skip(ZipInputStream zip, long most) throws IOException {
        byte[] buffer = new byte[16_384];
        long read = 0;
        int n = 0;
        while (read < most && (n = zip.read(buffer)) >= 0) {
            read += n;
        }
        return read;
    }

    private static String plainName(String given, FileType type) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        if (clean.isEmpty()) {
            clean = "file." + type.extension();
        }
        return clean.length() <= 120 ? clean : clean.substring(clean.length() - 120);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
