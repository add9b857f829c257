package nl.vliegwiel.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Fictional organisations at real places: libraries with branches, the bodies that support them, a national one, a partner. */
final class Register {
    static final String DUINRAND = "Bibliotheek Duinrand";
    static final String VENNENLAND = "Bibliotheek Vennenland";
    static final String HOOGVEEN = "Bibliotheek Hoogveen";

    /** Fictional; the provinces are those of the nine real bodies. */
    private static final Map<String, List<String>> SUPPORT = new LinkedHashMap<>();
    static {
        SUPPORT.put("Steunpunt Wierdenkring", List.of("Groningen"));
        SUPPORT.put("Steunpunt Terpenkring", List.of("Fryslân"));
        SUPPORT.put("Steunpunt Esdorpen", List.of("Drenthe"));
        SUPPORT.put("Steunpunt Zandgronden", List.of("Overijssel", "Gelderland"));
        SUPPORT.put("Steunpunt Nieuwland", List.of("Flevoland"));
        SUPPORT.put("Steunpunt Zeewering", List.of("Noord-Holland", "Zuid-Holland"));
        SUPPORT.put("Steunpunt Kromme Wetering", List.of("Utrecht"));
        SUPPORT.put("Steunpunt Schorren", List.of("Zeeland"));
        SUPPORT.put("Steunpunt Zuiderkempen", List.of("Noord-Brabant", "Limburg"));
    }

    private static final int FIRST_DEMO_ENTITY = 8_900;
    private static final int LARGE_PLACE = 6_000;

    /** A library that helps out and is helped. */
    record Library(UUID id, String name, String slug, String isil, Place place, UUID poi, List<Branch> branches) {
    }

    /** Where people work. */
    record Branch(UUID id, Place place) {
    }

    private final Chance chance;
    private final List<Place> places;
    private final Instant founded;
    private final LocalDate foundedOn;
    private final Map<String, UUID> poiByName = new LinkedHashMap<>();
    private final List<Library> libraries = new ArrayList<>();
    private final UUID national;
    private final UUID partner;

    private final Table organisations = new Table("organisation", "id, name, kind, also_poi, province, poi_id, fictional, created_at");
    private final Table provinces = new Table("organisation_province", "organisation_id, province");
    private final Table branches = new Table("branch", "id, organisation_id, name, place_id, address");
    private final Table isils = new Table("isil_code", "isil, organisation_id, branch_id, valid_from");

    Register(Chance chance, List<Place> places, DemoSize size, Instant founded, LocalDate foundedOn) {
        this.chance = chance;
        this.places = places;
        this.founded = founded;
        this.foundedOn = foundedOn;
        this.national = chance.id(founded);
        this.partner = chance.id(founded);
        organisations.add(national, "Landelijk Bureau Vliegwiel", "NATIONAL", "f", "Utrecht", null, "t", founded);
        organisations.add(partner, "Opleidingshuis De Leeszaal", "PARTNER", "f", "Gelderland", null, "t", founded);
        SUPPORT.forEach(this::supportBody);
        fill(size);
    }

    private void supportBody(String name, List<String> itsProvinces) {
        UUID id = chance.id(founded);
        poiByName.put(name, id);
        organisations.add(id, name, "POI", "f", itsProvinces.get(0), null, "t", founded);
        itsProvinces.forEach(province -> provinces.add(id, province));
    }

    private void fill(DemoSize size) {
        Set<Integer> taken = new HashSet<>();
        library(DUINRAND, place("Hilversum", "Noord-Holland"), 4, taken);
        library(VENNENLAND, place("Oss", "Noord-Brabant"), 5, taken);
        library(HOOGVEEN, place("Meppel", "Drenthe"), 3, taken);
        var names = names().iterator();
        for (Place main : mainPlaces(size, taken)) {
            library("Bibliotheek " + names.next(), main, 1 + chance.weighted(10, 20, 30, 20, 12, 8), taken);
        }
    }

    private Place place(String name, String province) {
        return Place.named(places, name, province);
    }

    /** Small: near each other, so that lending makes sense. Otherwise the largest places, by province as many as it has people. */
    private List<Place> mainPlaces(DemoSize size, Set<Integer> taken) {
        if (size == DemoSize.SMALL) {
            return List.of(place("Purmerend", "Noord-Holland"), place("Haarlem", "Noord-Holland"),
                place("Uden", "Noord-Brabant"), place("Boxtel", "Noord-Brabant"),
                place("Hoogeveen", "Drenthe"), place("Assen", "Drenthe"),
                place("Wijchen", "Gelderland"), place("Tiel", "Gelderland"), place("Arnhem", "Gelderland"));
        }
        List<Place> chosen = new ArrayList<>();
        List<Place> bySize = places.stream().sorted(Comparator.comparingInt(Place::population).reversed().thenComparing(Place::id)).toList();
        Set<String> provincesSeen = bySize.stream().map(Place::province).collect(Collectors.toSet());
        for (String province : provincesSeen.stream().sorted().toList()) {
            bySize.stream().filter(place -> place.province().equals(province) && !taken.contains(place.id())).limit(6).forEach(chosen::add);
        }
        for (Place place : bySize) {
            if (chosen.size() + libraries.size() == size.libraries()) {
                break;
            }
            boolean apart = chosen.stream().noneMatch(other -> other.kilometresTo(place) < 5);
            if (apart && !taken.contains(place.id())) {
                chosen.add(place);
            }
        }
        return chosen;
    }

    private void library(String name, Place main, int branchCount, Set<Integer> taken) {
        UUID id = chance.id(founded);
        UUID poi = poiOf(main.province());
        int entity = FIRST_DEMO_ENTITY + libraries.size();
        organisations.add(id, name, "LIBRARY", "f", main.province(), poi, "t", founded);
        String isil = "NL-08" + entity + "0000";
        isils.add(isil, id, null, foundedOn);
        taken.add(main.id());
        List<Branch> own = new ArrayList<>();
        for (Place at : main.around(places, branchCount * 3)) {
            if (own.size() == branchCount) {
                break;
            }
            if (at != main && (taken.contains(at.id()) || at.population() >= LARGE_PLACE * 8)) {
                continue;
            }
            taken.add(at.id());
            UUID branch = chance.id(founded);
            own.add(new Branch(branch, at));
            branches.add(branch, id, at.name(), at.id(), chance.oneOf(Words.BRANCH_STREETS) + " " + chance.between(1, 90));
            isils.add("NL-08" + entity + (1_000 + own.size()), id, branch, foundedOn);
        }
        String slug = name.substring(name.indexOf(' ') + 1).toLowerCase(java.util.Locale.ROOT);
        libraries.add(new Library(id, name, slug, isil, main, poi, own));
    }

    /** Put together from halves; one that is a place is left out, as it would seem to be there. */
    private List<String> names() {
        Set<String> real = places.stream().map(place -> place.name().toLowerCase(java.util.Locale.ROOT)).collect(Collectors.toSet());
        List<String> names = new ArrayList<>();
        for (int last = 0; last < Words.LIBRARY_LAST.size(); last++) {
            for (int first = 0; first < Words.LIBRARY_FIRST.size(); first++) {
                String name = Words.LIBRARY_FIRST.get(first) + Words.LIBRARY_LAST.get((first + last) % Words.LIBRARY_LAST.size());
                if (!real.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    UUID poiOf(String province) {
        return SUPPORT.entrySet().stream().filter(body -> body.getValue().contains(province)).findFirst()
            .map(body -> poiByName.get(body.getKey())).orElseThrow(() -> new IllegalStateException("No support body for " + province));
    }

    List<UUID> supportBodies() {
        return List.copyOf(poiByName.values());
    }

    List<Library> libraries() {
        return libraries;
    }

    Library library(String name) {
        return libraries.stream().filter(library -> library.name().equals(name)).findFirst().orElseThrow();
    }

    UUID national() {
        return national;
    }

    void write(Connection connection) throws SQLException {
        organisations.write(connection);
        provinces.write(connection);
        branches.write(connection);
        isils.write(connection);
    }
}
