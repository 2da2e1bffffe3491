package org.rivages.journeys;

class ClassJourneyInEnglishIT extends ClassJourney {
    ClassJourneyInEnglishIT() {
        super("en");
    }
}
