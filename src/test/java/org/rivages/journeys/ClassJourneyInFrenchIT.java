package org.rivages.journeys;

class ClassJourneyInFrenchIT extends ClassJourney {
    ClassJourneyInFrenchIT() {
        super("fr");
    }
}
