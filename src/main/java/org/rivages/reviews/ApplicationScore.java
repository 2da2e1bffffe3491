package org.rivages.reviews;

import org.rivages.applications.ApplicationId;

/**
 * What the reviews of one application say together.
 *
 * @param total weighted mean in thousandths of a point (0 to 5000); 0 while nothing is finished
 * @param finished how many finished reviews it rests on
 * @param assigned how many are assigned, finished ones included
 * @param spread highest less lowest total of its reviews, in thousandths
 */
public record ApplicationScore(
        ApplicationId application, int total, int finished, int assigned, int spread) {
    public boolean complete() {
        return assigned > 0 && finished == assigned;
    }

    public boolean scored() {
        return finished > 0;
    }
}
