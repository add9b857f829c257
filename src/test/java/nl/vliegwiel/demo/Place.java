package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A real place, as the migrations brought it. */
record Place(int id, String name, String province, int population, double x, double y) {
    static List<Place> all(Connection connection) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, name, province, population, x_km, y_km from place order by id")) {
            while (rows.next()) {
                places.add(new Place(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getInt(4), rows.getDouble(5), rows.getDouble(6)));
            }
        }
        if (places.isEmpty()) {
            throw new IllegalStateException("Table place is empty: run the migrations before loading demo data");
        }
        return places;
    }

    static Place named(List<Place> places, String name, String province) {
        return places.stream().filter(place -> place.name.equals(name) && place.province.equals(province)).findFirst()
            .orElseThrow(() -> new IllegalStateException("No place " + name + " in " + province));
    }

    double kilometresTo(Place other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The nearest larger places of the same province, this one first. */
    List<Place> around(List<Place> places, int count) {
        return places.stream().filter(place -> place.province.equals(province) && (place.population >= 2_000 || place == this))
            .sorted(Comparator.comparingDouble(this::kilometresTo)).limit(count).toList();
    }
}
