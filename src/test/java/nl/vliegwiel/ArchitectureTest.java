package nl.vliegwiel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.vliegwiel.platform.Feature;
import nl.vliegwiel.platform.OpenToAllStaff;
import nl.vliegwiel.platform.UseCase;
import nl.vliegwiel.platform.rest.Endpoint;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The dependency rules A1–A12 by which a class finds its room. */
@AnalyzeClasses(packages = "nl.vliegwiel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "nl.vliegwiel.";
    private static final String PLATFORM = ROOT + "platform..";

    @ArchTest
    static final ArchRule A1_domain_knows_nobody_above_it = noClasses().that().resideInAPackage("nl.vliegwiel.*.domain..")
        .should().dependOnClassesThat().resideInAnyPackage("nl.vliegwiel.*.boundary..", "nl.vliegwiel.*.view..", "nl.vliegwiel.*.rest..")
        .orShould().dependOnClassesThat(featurePersistence());

    @ArchTest
    static final ArchRule A1_persistence_serves_the_boundary = noClasses().that(featurePersistence())
        .should().dependOnClassesThat().resideInAnyPackage("nl.vliegwiel.*.boundary..", "nl.vliegwiel.*.view..")
        .orShould().dependOnClassesThat(featureRest());

    @ArchTest
    static final ArchRule A1_boundary_knows_no_page_and_no_api = noClasses().that().resideInAPackage("nl.vliegwiel.*.boundary..")
        .should().dependOnClassesThat().resideInAPackage("nl.vliegwiel.*.view..")
        .orShould().dependOnClassesThat(featureRest());

    @ArchTest
    static final ArchRule A1_pages_and_api_reach_data_only_through_the_boundary = noClasses()
        .that(describe("are pages or API", type -> featureRest().test(type) || resideInAPackage("nl.vliegwiel.*.view..").test(type)))
        .should().dependOnClassesThat(featurePersistence())
        .orShould().dependOnClassesThat().areAssignableTo(EntityManager.class)
        .orShould().dependOnClassesThat().areAssignableTo(Jdbi.class);

    @ArchTest
    static final ArchRule A2_domain_is_plain = classes().that().resideInAPackage("nl.vliegwiel.*.domain..")
        .should().onlyDependOnClassesThat(describe("are the JDK, JPA, validation, time, rules, or the own or another feature's published classes",
            type -> type.getPackageName().startsWith("java.")
                || type.isPrimitive() || type.isArray()
                || resideInAnyPackage("jakarta.persistence..", "jakarta.validation..", "nl.vliegwiel.platform.time..",
                    "nl.vliegwiel.platform.rule..", "nl.vliegwiel.platform.persistence..").test(type)
                || resideInAnyPackage("nl.vliegwiel.*", "nl.vliegwiel.*.domain..").test(type)));

    @ArchTest
    static final ArchRule A3_features_meet_only_where_they_publish = classes().that().resideOutsideOfPackage(PLATFORM)
        .should(useOtherFeaturesOnlyThroughTheirRootAndOnlyIfAllowed());

    @ArchTest
    static final ArchRule A4_no_cycles_between_features = slices().matching("nl.vliegwiel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule A5_entities_hold_ids_of_other_features = fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
        .should(new ArchCondition<>("not hold an entity of another feature") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean foreign = type.isAnnotatedWith(Entity.class) && !feature(type).equals(feature(field.getOwner()));
                events.add(new SimpleConditionEvent(field, !foreign, field.getFullName()));
            }
        });

    @ArchTest
    static final ArchRule A6_platform_knows_no_feature = noClasses().that().resideInAPackage(PLATFORM)
        .should().dependOnClassesThat(describe("belong to a feature", type -> type.getPackageName().startsWith(ROOT) && !resideInAPackage(PLATFORM).test(type)));

    @ArchTest
    static final ArchRule A6_nobody_imports_notification_or_search = noClasses().that().resideOutsideOfPackages("nl.vliegwiel.notification..", "nl.vliegwiel.search..")
        .should().dependOnClassesThat().resideInAnyPackage("nl.vliegwiel.notification..", "nl.vliegwiel.search..");

    @ArchTest
    static final ArchRule A7_only_the_boundary_has_transactions = noClasses().that().resideOutsideOfPackages("nl.vliegwiel.*.boundary..", PLATFORM)
        .should().beAnnotatedWith(Transactional.class)
        .orShould().beAnnotatedWith(UseCase.class);

    @ArchTest
    static final ArchRule A7_every_resource_is_an_endpoint = classes().that().areAnnotatedWith(Path.class)
        .should().beAnnotatedWith(Endpoint.class).because("else an Idempotency-Key would be ignored");

    @ArchTest
    static final ArchRule A7_only_persistence_asks_the_database = noClasses()
        .that(describe("are outside persistence and platform", type -> !featurePersistence().test(type) && !resideInAPackage(PLATFORM).test(type)))
        .should().dependOnClassesThat().areAssignableTo(EntityManager.class)
        .orShould().dependOnClassesThat().resideInAnyPackage("org.jdbi..", "java.sql..");

    @ArchTest
    static final ArchRule A7_only_pages_know_faces = noClasses().that().resideOutsideOfPackages("nl.vliegwiel.*.view..", "nl.vliegwiel.platform.web..")
        .should().dependOnClassesThat().areAssignableTo(FacesContext.class);

    @ArchTest
    static final ArchRule A7_only_the_platform_reads_the_surroundings = noClasses().that().resideOutsideOfPackage(PLATFORM)
        .should().dependOnClassesThat().areAssignableTo(ConfigProperty.class)
        .orShould().callMethod(System.class, "getenv", String.class)
        .orShould().callMethod(System.class, "getProperty", String.class);

    @ArchTest
    static final ArchRule A8_time_and_ids_come_from_the_platform = noClasses().that()
        .resideOutsideOfPackages("nl.vliegwiel.platform.time..", "nl.vliegwiel.platform.persistence..")
        .should().callMethod(Instant.class, "now")
        .orShould().callMethod(LocalDate.class, "now")
        .orShould().callMethod(LocalDateTime.class, "now")
        .orShould().callMethod(OffsetDateTime.class, "now")
        .orShould().callMethod(ZonedDateTime.class, "now")
        .orShould().callMethod(ZoneId.class, "systemDefault")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule A9_every_use_case_asks_may_I = methods().that().areDeclaredInClassesThat().areAnnotatedWith(UseCase.class)
        .and().arePublic()
        .should(askAPolicyOrBeOpen());

    @ArchTest
    static final ArchRule A10_pages_hold_no_entities = fields().that().areDeclaredInClassesThat().resideInAPackage("nl.vliegwiel.*.view..")
        .should().notHaveRawType(describe("entity", type -> type.isAnnotatedWith(Entity.class)));

    @ArchTest
    static final ArchRule A11_entities_have_no_setters = noMethods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
        .should().haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule A12_no_annotation_that_is_silently_ignored = noClasses().should().beAnnotatedWith(RolesAllowed.class);

    @ArchTest
    static final ArchRule D3_no_session_state = noClasses().should().beAnnotatedWith(SessionScoped.class);

    @ArchTest
    static final ArchRule D6_only_the_standard = noClasses().should().dependOnClassesThat().resideInAPackage("fish.payara..");

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> featurePersistence() {
        return describe("are a feature's persistence", type -> resideInAPackage("nl.vliegwiel.*.persistence..").test(type) && !resideInAPackage(PLATFORM).test(type));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> featureRest() {
        return describe("are a feature's API", type -> resideInAPackage("nl.vliegwiel.*.rest..").test(type) && !resideInAPackage(PLATFORM).test(type));
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
    }

    private static ArchCondition<JavaClass> useOtherFeaturesOnlyThroughTheirRootAndOnlyIfAllowed() {
        return new ArchCondition<>("use other features only through their root package, and only those in @Feature(allowed)") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = feature(type);
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    String other = feature(target);
                    if (other.isEmpty() || other.equals(own) || other.equals("platform")) {
                        return;
                    }
                    boolean root = target.getPackageName().equals(ROOT + other);
                    boolean fine = root && allowed(own).contains(other);
                    events.add(new SimpleConditionEvent(type, fine, dependency.getDescription()));
                });
            }
        };
    }

    private static List<String> allowed(String feature) {
        try {
            Feature declared = Class.forName(ROOT + feature + ".package-info").getAnnotation(Feature.class);
            return declared == null ? List.of() : List.of(declared.allowed());
        } catch (ClassNotFoundException e) {
            return List.of();
        }
    }

    private static ArchCondition<JavaMethod> askAPolicyOrBeOpen() {
        return new ArchCondition<>("ask a *Policy, or be @OpenToAllStaff") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean open = method.isAnnotatedWith(OpenToAllStaff.class) || method.getModifiers().contains(JavaModifier.SYNTHETIC);
                events.add(new SimpleConditionEvent(method, open || asks(method, new HashSet<>()), method.getFullName() + " asks nobody"));
            }
        };
    }

    /** Follows calls inside the class itself, since a method may ask through a private one. */
    private static boolean asks(JavaCodeUnit method, Set<JavaCodeUnit> seen) {
        if (!seen.add(method)) {
            return false;
        }
        for (JavaAccess<?> access : method.getAccessesFromSelf()) {
            if (access.getTargetOwner().getSimpleName().endsWith("Policy")) {
                return true;
            }
            if (access.getTargetOwner().equals(method.getOwner())
                && method.getOwner().getCodeUnits().stream().anyMatch(unit -> unit.getName().equals(access.getName()) && asks(unit, seen))) {
                return true;
            }
        }
        return false;
    }
}
