package org.rivages.participation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.HalfDay;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionId;
import org.rivages.programmes.SessionSummary;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.NotFound;
import org.rivages.site.DeskEntry;
import org.rivages.site.Form;
import org.rivages.site.Fragment;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.rivages.site.TodaySection;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The attendance sheet: on a phone, without network for a while, or on paper. */
@Controller
@Allow(roles = {Role.HOST_COORDINATOR, Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
public class AttendancePages implements TodaySection {
    private static final Role[] ROLES = {
        Role.HOST_COORDINATOR, Role.SECRETARIAT, Role.PROGRAMME_MANAGER
    };

    /** A session with its class. */
    public record SessionLine(
            SessionSummary session, EditionSummary edition, int participants, boolean marked) {
        Optional<LocalDate> first() {
            return Optional.ofNullable(session.date()).map(FuzzyDate::start);
        }
    }

    /** A person on the sheet. */
    public record PersonLine(UUID place, String name, String organisation, String country) {}

    private final Attendance attendance;
    private final Programmes programmes;
    private final Applications applications;

    AttendancePages(Attendance attendance, Programmes programmes, Applications applications) {
        this.attendance = attendance;
        this.programmes = programmes;
        this.applications = applications;
    }

    @Bean
    DeskEntry attendanceEntry() {
        return new DeskEntry(
                "/desk/attendance", "participation.attendance.title", 80, Set.of(ROLES));
    }

    @Override
    public Optional<Section> section(Page page) {
        List<SessionLine> unmarked =
                page.viewer().hasAny(ROLES)
                        ? begun(page).stream().filter(line -> !line.marked()).toList()
                        : List.of();
        return unmarked.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(
                                "attendance",
                                "participation.attendance.today",
                                65,
                                new Fragment(
                                        "org/rivages/participation/sessionLines",
                                        Map.of("lines", unmarked))));
    }

    @GetMapping("/{lang}/desk/attendance")
    ModelAndView list(Page page) {
        return page.view("org/rivages/participation/attendanceList", "lines", begun(page));
    }

    @GetMapping("/{lang}/desk/attendance/{id}")
    ModelAndView sheet(
            Page page,
            @PathVariable UUID id,
            @RequestParam(name = "half", defaultValue = "") String half) {
        return show(page, session(page, id), half, Form.empty(), HttpStatus.OK);
    }

    @GetMapping("/{lang}/desk/attendance/{id}/print")
    ModelAndView print(Page page, @PathVariable UUID id) {
        SessionSummary session = session(page, id);
        return page.view(
                "org/rivages/participation/attendancePrint",
                "session",
                session,
                "halves",
                programmes.halfDays(session.id()),
                "people",
                people(session));
    }

    /**
     * One half-day of the sheet, as an ordinary form sends it: everybody who is ticked was there.
     */
    @PostMapping("/{lang}/desk/attendance/{id}")
    ModelAndView save(Page page, @PathVariable UUID id, Form form) {
        SessionSummary session = session(page, id);
        String half = form.value("half");
        String reason = form.line("reason", 300);
        if (attendance.over(session) && reason.isEmpty()) {
            form.reject("reason", "participation.attendance.reason-needed");
        }
        if (!form.ok()) {
            return show(page, session, half, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        attendance.take(
                session, marks(session, half, form, page.now()), reason, page.viewer().person());
        return page.redirect(
                "/desk/attendance/" + id + "?half=" + half,
                "participation.attendance-saved.notice");
    }

    /** With the script each tap carries its own time, so that sheets of two people merge. */
    private List<Attendance.NewMark> marks(
            SessionSummary session, String half, Form form, Instant now) {
        List<String> present = form.all("present");
        List<Attendance.NewMark> marks = new ArrayList<>();
        for (Place place : attendance.participants(session.edition())) {
            String id = place.id().value().toString();
            if (form.has("listed", id)) {
                marks.add(
                        new Attendance.NewMark(
                                place.id(),
                                half,
                                present.contains(id),
                                at(form.value("at-" + id), now)));
            }
        }
        return marks;
    }

    private static Instant at(String millis, Instant now) {
        try {
            return millis.isEmpty() ? now : Instant.ofEpochMilli(Long.parseLong(millis));
        } catch (NumberFormatException | DateTimeException e) {
            return now;
        }
    }

    private ModelAndView show(
            Page page, SessionSummary session, String half, Form form, HttpStatus status) {
        List<HalfDay> halves = programmes.halfDays(session.id());
        HalfDay chosen =
                halves.stream()
                        .filter(one -> one.key().equals(half))
                        .findFirst()
                        .orElseGet(() -> current(halves, session, page));
        ModelAndView view =
                page.view(
                        "org/rivages/participation/attendance",
                        "session",
                        session,
                        "halves",
                        halves,
                        "chosen",
                        chosen,
                        "people",
                        people(session),
                        "sheet",
                        attendance.sheet(session.id()),
                        "over",
                        attendance.over(session),
                        "form",
                        form);
        view.setStatus(status);
        return view;
    }

    /** The half-day that is now, else the last one before, else the first. */
    private static HalfDay current(List<HalfDay> halves, SessionSummary session, Page page) {
        var here = page.now().atZone(session.zone());
        HalfDay found = halves.getFirst();
        for (HalfDay half : halves) {
            boolean begun =
                    half.day().isBefore(here.toLocalDate())
                            || (half.day().equals(here.toLocalDate())
                                    && (half.morning() || here.getHour() >= 13));
            if (begun) {
                found = half;
            }
        }
        return found;
    }

    private List<PersonLine> people(SessionSummary session) {
        return attendance.participants(session.edition()).stream()
                .map(place -> {
                    ApplicationSummary one = applications.get(place.application());
                    return new PersonLine(
                            place.id().value(), one.name(), one.organisation(), one.country());
                })
                .sorted(Comparator.comparing(PersonLine::name))
                .toList();
    }

    /** An edition in which nobody takes part has no sheet: its sessions may be older than we. */
    private List<SessionLine> begun(Page page) {
        List<SessionLine> lines = new ArrayList<>();
        for (EditionSummary edition : programmes.editions()) {
            if (!mayMark(page, edition)) {
                continue;
            }
            int participants = attendance.participants(edition.id()).size();
            if (participants == 0) {
                continue;
            }
            for (SessionSummary session : attendance.begun(edition.id())) {
                lines.add(
                        new SessionLine(
                                session,
                                edition,
                                participants,
                                !attendance.sheet(session.id()).isEmpty()));
            }
        }
        lines.sort(
                Comparator.comparing((SessionLine line) -> line.first().orElse(LocalDate.MIN))
                        .reversed());
        return lines;
    }

    private static boolean mayMark(Page page, EditionSummary edition) {
        for (Role role : ROLES) {
            if (page.viewer().has(role, edition.programme().value())) {
                return true;
            }
        }
        return false;
    }

    private SessionSummary session(Page page, UUID id) {
        SessionSummary session =
                programmes.session(new SessionId(id)).orElseThrow(() -> new NotFound("session"));
        page.viewer().require(programmes.programmeOf(session.edition()).value(), ROLES);
        if (programmes.halfDays(session.id()).isEmpty()) {
            throw new NotFound("half-days");
        }
        return session;
    }
}
