package org.rivages.journeys;

class ClassJourneyInArabicIT extends ClassJourney {
    ClassJourneyInArabicIT() {
        super("ar");
    }
}
