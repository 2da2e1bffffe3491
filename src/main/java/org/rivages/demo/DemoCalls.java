package org.rivages.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.accounts.Accounts;
import org.rivages.calls.AnswerKeys;
import org.rivages.calls.CallActs;
import org.rivages.calls.CallForm;
import org.rivages.calls.CallId;
import org.rivages.calls.CallQuestions;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Criterion;
import org.rivages.calls.LanguageLevel;
import org.rivages.calls.LanguageNeed;
import org.rivages.calls.StandardForm;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The real calls of 2019 and 2020, as far as they are publicly known, and two invented ones: {@code
 * demo-open} closes in fourteen days, {@code demo-class} closed ten days ago.
 */
@Component
class DemoCalls implements DemoStep {
    private static final ZoneId TUNIS = ZoneId.of("Africa/Tunis");
    private static final int PLACES = 25;

    private final Calls calls;
    private final CallActs acts;
    private final CallQuestions questions;
    private final StandardForm standard;
    private final Programmes programmes;
    private final Accounts accounts;
    private final Now now;

    DemoCalls(
            Calls calls,
            CallActs acts,
            CallQuestions questions,
            StandardForm standard,
            Programmes programmes,
            Accounts accounts,
            Now now) {
        this.calls = calls;
        this.acts = acts;
        this.questions = questions;
        this.standard = standard;
        this.programmes = programmes;
        this.accounts = accounts;
        this.now = now;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    @Transactional
    public void load() {
        Instant today = now.instant();
        past(
                "metropolitan-workshops-2019",
                edition("metropolitan-workshops", "2019"),
                title("2019"),
                LocalizedText.of(
                        "Twenty-five French-speaking participants, different in country and profession, so that the class learns from itself; migration was the focus.",
                        "Vingt-cinq participants francophones, de pays et de professions différents, pour que la promotion apprenne aussi d’elle-même ; la migration en était le fil conducteur.",
                        "خمسة وعشرون مشاركا ناطقا بالفرنسية، من بلدان ومهن مختلفة، حتى تتعلم الدفعة من نفسها أيضا؛ وكانت الهجرة محورها."),
                PLACES,
                null,
                List.of(),
                today);
        past(
                "metropolitan-workshops-2020",
                edition("metropolitan-workshops", "2020"),
                title("2020"),
                LocalizedText.of(
                        "Three sessions in three metropolises of the Mediterranean, for people who plan and run cities. Those who applied had to follow all of them, in French.",
                        "Trois sessions dans trois métropoles de la Méditerranée, pour celles et ceux qui planifient et gèrent les villes. Il fallait les suivre toutes, en français.",
                        "ثلاثة لقاءات في ثلاث حواضر متوسطية، لمن يخططون المدن ويديرونها. كان على المترشحين حضورها كلها، وبالفرنسية."),
                0,
                FuzzyDate.of("2020-01-31"),
                List.of(
                        new Criterion.LanguageAtLeast(
                                "language", AnswerKeys.LANGUAGES, "fr", LanguageLevel.C1),
                        new Criterion.EverySession("sessions", AnswerKeys.COMMITMENT)),
                today);
        invented("demo-class", edition("demo-workshops", "demo-class"), today, -10, 45);
        invented("demo-open", edition("demo-workshops", "demo-open"), today, 14, 12);
        ask(today);
    }

    private EditionSummary edition(String programme, String edition) {
        return programmes.edition(programme, edition).orElseThrow();
    }

    private static LocalizedText title(String year) {
        return LocalizedText.of(
                "Call for applications: Metropolitan Workshops " + year,
                "Appel à candidatures : Ateliers métropolitains " + year,
                "دعوة إلى الترشح: ورش عمل الحواضر الكبرى " + year);
    }

    private void past(
            String slug,
            EditionSummary edition,
            LocalizedText title,
            LocalizedText summary,
            int places,
            @Nullable FuzzyDate closedOn,
            List<Criterion> criteria,
            Instant today) {
        if (calls.call(slug).isPresent()) {
            return;
        }
        acts.create(
                new CallView(
                        new CallId(UUID.randomUUID()),
                        edition.programme(),
                        edition.id(),
                        slug,
                        title,
                        summary,
                        LocalizedText.EMPTY,
                        places,
                        List.of(new LanguageNeed("fr", LanguageLevel.C1)),
                        null,
                        null,
                        closedOn,
                        null,
                        0,
                        0,
                        null,
                        null,
                        null,
                        today,
                        false,
                        1,
                        1,
                        today),
                new CallTerms(
                        1,
                        CallForm.EMPTY,
                        criteria,
                        LocalizedText.EMPTY,
                        LocalizedText.EMPTY,
                        LocalizedText.EMPTY,
                        null),
                null);
    }

    /** Open for so many days, closing at the end of the day that is so many days from today. */
    private void invented(
            String slug,
            EditionSummary edition,
            Instant today,
            int closesInDays,
            int openedDaysBefore) {
        if (calls.call(slug).isPresent()) {
            return;
        }
        Instant closes =
                today.atZone(TUNIS)
                        .toLocalDate()
                        .plusDays(closesInDays)
                        .atTime(LocalTime.of(23, 59))
                        .atZone(TUNIS)
                        .toInstant();
        Instant opens =
                today.atZone(TUNIS)
                        .toLocalDate()
                        .minusDays(openedDaysBefore)
                        .atTime(LocalTime.of(9, 0))
                        .atZone(TUNIS)
                        .toInstant();
        acts.create(
                new CallView(
                        new CallId(UUID.randomUUID()),
                        edition.programme(),
                        edition.id(),
                        slug,
                        edition.title(),
                        LocalizedText.of(
                                "Three sessions, three metropolises, one class of 25 people who bring a project of their own and leave with a plan to carry it out.",
                                "Trois sessions, trois métropoles, une promotion de 25 personnes qui viennent avec un projet et repartent avec un plan pour le réaliser.",
                                "ثلاثة لقاءات في ثلاث حواضر، ودفعة من 25 شخصًا يأتي كل منهم بمشروع ويعود بخطة لإنجازه."),
                        LocalizedText.of(
                                "Between what is planned and what is achieved, the gap grows. This edition works on that gap, on the ground.\n\n- Each participant brings one project of their city and opens it to the others.\n- Hosts show what worked and what did not, on site and with figures.\n- Travel and stay are covered; there is no fee.",
                                "Entre ce qui est planifié et ce qui est réalisé, l’écart se creuse. Cette édition travaille sur cet écart, sur le terrain.\n\n- Chacun vient avec un projet de sa ville et l’ouvre aux autres.\n- Les hôtes montrent ce qui a marché et ce qui n’a pas marché, sur place et chiffres à l’appui.\n- Le voyage et le séjour sont pris en charge ; il n’y a pas de frais.",
                                "تتسع الفجوة بين ما يُخطط وما يُنجز. تشتغل هذه الدورة على تلك الفجوة في الميدان.\n\n- يأتي كل مشارك بمشروع من مدينته ويفتحه أمام الآخرين.\n- يعرض المضيفون ما نجح وما لم ينجح، في عين المكان وبالأرقام.\n- السفر والإقامة على نفقة البرنامج، ولا رسوم للمشاركة."),
                        PLACES,
                        List.of(new LanguageNeed("fr", LanguageLevel.C1)),
                        opens,
                        closes,
                        null,
                        TUNIS,
                        15,
                        3,
                        opens.minus(Duration.ofDays(7)),
                        null,
                        null,
                        null,
                        true,
                        1,
                        1,
                        opens),
                standard.terms(edition.id(), PLACES, 3),
                null);
    }

    private void ask(Instant today) {
        CallView call = calls.call("demo-open").orElseThrow();
        UUID asker = accounts.person("applicant@demo.example").orElseThrow().id();
        UUID officer = accounts.person("secretariat@demo.example").orElseThrow().id();
        if (!questions.all(call.id()).isEmpty()) {
            return;
        }
        UUID first =
                questions.ask(
                        call.id(),
                        asker,
                        Language.FR,
                        "Mon employeur signe la lettre la semaine prochaine. Puis-je envoyer ma candidature avant ?");
        questions.answer(
                first,
                LocalizedText.of(
                        "My employer signs the letter only next week. Can I apply before?",
                        "Mon employeur ne signe la lettre que la semaine prochaine. Puis-je candidater avant ?",
                        "لن توقع جهة عملي الرسالة إلا الأسبوع المقبل. هل يمكنني الترشح قبل ذلك؟"),
                LocalizedText.of(
                        "Yes. Choose “I have asked and wait for the answer”, send, and add the letter before the deadline: a sent application stays open to changes until then.",
                        "Oui. Choisissez « J’ai fait la demande et j’attends la réponse », envoyez, puis ajoutez la lettre avant la date limite : une candidature envoyée reste modifiable jusque-là.",
                        "نعم. اختر «طلبت الموافقة وأنتظر الجواب» وأرسل طلبك، ثم أضف الرسالة قبل الموعد النهائي: يبقى الطلب المرسل قابلا للتعديل إلى ذلك الحين."),
                officer);
        questions.ask(
                call.id(),
                asker,
                Language.FR,
                "Le français est ma langue d’études, mais je n’ai pas de certificat. Est-ce suffisant ?");
    }
}
