package org.rivages.directory;

import java.util.List;
import org.rivages.follow.PlaceNames;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The towns in which organisations sit, as places from which "near" is measured. */
@Component
class SeatPlaces implements PlaceNames {
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;

    SeatPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<NamedPlace> places() {
        return jdbc.sql(
                        """
                        select place, country, latitude, longitude from directory.organisation
                        where archived_at is null and latitude is not null and place <> '{}'
                          and precision not in ('region', 'country')
                        order by slug limit :most
                        """)
                .param("most", MOST)
                .query((row, n) ->
                        new NamedPlace(
                                Rows.text(row, "place"),
                                row.getString("country"),
                                row.getDouble("latitude"),
                                row.getDouble("longitude")))
                .list();
    }
}
