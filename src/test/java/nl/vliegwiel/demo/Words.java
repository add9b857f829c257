package nl.vliegwiel.demo;

import java.util.List;

/** Names and texts to make people and libraries of; put together by chance, so that nobody real is meant. */
final class Words {
    static final List<String> GIVEN = List.of(
        "Aafke", "Aisha", "Albert", "Alicia", "Amira", "Anke", "Annelies", "Anouk", "Arjen", "Astrid", "Barbara", "Bas", "Bianca", "Birgit",
        "Carolien", "Chantal", "Cor", "Daan", "Daniëlle", "Danny", "Debby", "Diana", "Dorien", "Dounia", "Edith", "Eefje", "Ellen", "Els", "Emine",
        "Erik", "Esmée", "Esther", "Evelien", "Fatima", "Femke", "Ferry", "Fleur", "Floor", "Frank", "Frans", "Fréderique", "Gea", "Gerda", "Gijs",
        "Greet", "Gülsen", "Hanneke", "Hans", "Hatice", "Heleen", "Henk", "Henny", "Hilde", "Ilse", "Ineke", "Inge", "Irene", "Iris", "Jacqueline",
        "Janneke", "Janny", "Jasmijn", "Jeroen", "Jet", "Jolanda", "Jolien", "Judith", "Karin", "Kees", "Khadija", "Kim", "Koen", "Laila", "Lian",
        "Lidy", "Lieke", "Linda", "Lotte", "Loes", "Maaike", "Machteld", "Manon", "Margriet", "Marja", "Marlies", "Marloes", "Martijn", "Mehmet",
        "Mieke", "Milou", "Mirjam", "Monique", "Nadia", "Nancy", "Naomi", "Nathalie", "Nicole", "Nienke", "Nynke", "Olga", "Patricia", "Paula",
        "Petra", "Pieter", "Rachid", "Ria", "Rianne", "Riet", "Robin", "Roos", "Ruud", "Sandra", "Sanne", "Saskia", "Selma", "Shanti", "Simone",
        "Sietske", "Sjoerd", "Sonja", "Stefan", "Stella", "Suzanne", "Tamara", "Thea", "Thijs", "Tineke", "Tom", "Truus", "Vera", "Wendy",
        "Wies", "Wil", "Willemijn", "Wouter", "Yasmina", "Yvonne", "Zeynep", "Zoë");

    static final List<String> FAMILY = List.of(
        "van den Akker", "Aksoy", "Alberts", "el Amrani", "Baas", "Bakhuizen", "van Beek", "Bekkers", "van den Berg", "Bernards", "Blom", "Boersma",
        "de Boer", "Bolhuis", "Boonstra", "Bosman", "Bouwmeester", "Brands", "Brinkman", "de Bruin", "Buitenhuis", "Claassen", "Cornelissen", "Damen",
        "Dekkers", "Demir", "Dijkhof", "van Dongen", "Doornbos", "Driessen", "van Duin", "Eggink", "Eikelboom", "van Essen", "Faber", "Feenstra",
        "Ferreira", "Franken", "Geerts", "van Gelder", "Gerritsen", "Goossens", "de Graaf", "Groeneveld", "Groothuis", "de Haan", "Haverkamp",
        "Heemskerk", "van der Heide", "Hendriks", "Hofstede", "Hoekstra", "Huisman", "Idrissi", "Jager", "Janssens", "de Jong", "Kamphuis", "Kaya",
        "Keizer", "Kerkhof", "van der Klei", "Klaver", "Kooistra", "Koolen", "Kroon", "van der Laan", "Lammers", "Leemans", "Linders", "van Loon",
        "Maas", "Martens", "van der Meer", "Meulenbelt", "Mulders", "Nagtegaal", "Nieuwenhuis", "Noordhoek", "Oosterhof", "Oudejans", "Özdemir",
        "Pasman", "Peeters", "Pieters", "van der Ploeg", "Postma", "Prins", "Ramdin", "Reinders", "Rietveld", "Roelofs", "Rozema", "Ruiter",
        "Sanders", "Schipper", "Scholten", "Schuurman", "Slagter", "Smeets", "Snijders", "Spaans", "Stegeman", "Steenbergen", "Tas", "Terpstra",
        "Timmermans", "Tuinstra", "Uijterwaal", "van der Valk", "Veenstra", "Verbeek", "Vermeulen", "Visscher", "van Vliet", "Vos", "de Vries",
        "Wagenaar", "van der Wal", "Weerts", "Wessels", "Wiersma", "Willems", "de Wit", "Wolters", "Yildiz", "Zijlstra", "Zwart");

    static final List<String> FUNCTIONS = List.of("Medewerker klantenservice", "Medewerker klantenservice", "Medewerker klantenservice",
        "Specialist educatie", "Leesconsulent", "Leesconsulent", "Specialist digitale inclusie", "Informatiespecialist", "Programmamaker",
        "Coördinator Taalhuis", "Medewerker logistiek", "Medewerker collectie", "Teamleider", "Adviseur basisvaardigheden", "Marketingmedewerker");

    /** First and last halves of the names of libraries that do not exist. */
    static final List<String> LIBRARY_FIRST = List.of("Berken", "Elzen", "Wilgen", "Linden", "Heide", "Kreken", "Plassen", "Stuif", "Brem", "Vlier",
        "Riet", "Klaver", "Leeuwerik", "Wulpen", "Kievits", "Zwaluw", "Ganzen", "Korenaar", "Molen", "Sluis");
    static final List<String> LIBRARY_LAST = List.of("rand", "kring", "gaarde", "oever", "zoom", "stroom", "weide", "hoeve", "streek", "kant");

    static final List<String> BRANCH_STREETS = List.of("Dorpsstraat", "Kerkplein", "Marktplein", "Schoolstraat", "Raadhuisplein", "Stationsweg",
        "Molenweg", "Brink", "Lindelaan", "Parkweg");

    private Words() {
    }
}
