package io.bincard;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The shape of the house, each rule with its reason. See docs/architecture.md. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("io.bincard");

  @Test
  void theModelKnowsNeitherEnd() {
    noClasses()
        .that()
        .resideInAPackage("io.bincard.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.bincard.server..", "io.bincard.handheld..")
        .because("both ends run the same rules, so the rules can lean on neither")
        .check(CLASSES);
  }

  @Test
  void theServerKnowsNoHandheld() {
    noClasses()
        .that()
        .resideInAPackage("io.bincard.server..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.bincard.handheld..")
        .because("they meet on the wire only")
        .check(CLASSES);
  }

  @Test
  void theHandheldKnowsNoServer() {
    noClasses()
        .that()
        .resideInAPackage("io.bincard.handheld..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.bincard.server..")
        .because("a phone carries no server, and they meet on the wire only")
        .check(CLASSES);
  }

  @Test
  void rulesArePure() {
    noClasses()
        .that()
        .resideInAPackage("io.bincard.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "java.net.http..", "java.nio.file..", "java.util.concurrent..")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .because("the same operations must come to the same state, wherever and whenever")
        .check(CLASSES);
  }

  @Test
  void planningIsPure() {
    noClasses()
        .that()
        .resideInAnyPackage("io.bincard.server.reconcile..", "io.bincard.server.work..")
        .and(
            describe(
                "not named after a database",
                type -> !outermost(type).getSimpleName().startsWith("Postgres")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "io.helidon..", "io.bincard.server.http..")
        .because("what a plan says must follow from the slice it was given, and from nothing else")
        .check(CLASSES);
  }

  @Test
  void sqlIsWhereANameSaysSo() {
    DescribedPredicate<JavaClass> sayingSo =
        describe(
            "named after a database, or in db",
            type ->
                outermost(type).getSimpleName().matches("(Postgres|Sqlite).*")
                    || type.getPackageName().endsWith(".db")
                    || type.getPackageName().endsWith(".sqlite"));
    noClasses()
        .that(DescribedPredicate.not(sayingSo))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.postgresql..", "org.sqlite..", "com.zaxxer..")
        .because("whoever looks for a query must find it by the name of a file")
        .check(CLASSES);
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  @Test
  void noConcernCallsTheReconciler() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.bincard.server.db..",
            "io.bincard.server.work..",
            "io.bincard.server.devices..",
            "io.bincard.server.catalog..",
            "io.bincard.server.orders..",
            "io.bincard.server.people..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.bincard.server.reconcile..", "io.bincard.server.http..")
        .because("the path of a scan points one way: http, reconcile, concerns, db")
        .check(CLASSES);
  }

  @Test
  void nobodyCallsTheEndpoints() {
    classes()
        .that()
        .resideInAPackage("io.bincard.server.http..")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage("io.bincard.server", "io.bincard.server.http..", "..jsonb..")
        .because("endpoints parse, delegate and answer: there is nothing in them to call")
        .check(CLASSES);
  }

  @Test
  void workOnTheHandheldKnowsNoNetworkAndNoScreen() {
    noClasses()
        .that()
        .resideInAnyPackage("io.bincard.handheld.work..", "io.bincard.handheld.journal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.bincard.handheld.sync..", "javafx..", "java.net..")
        .because("work goes on without either")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    for (String module : new String[] {"model", "server", "handheld"}) {
      slices()
          .matching("io.bincard." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("a cycle is one large package under two names")
          .check(CLASSES);
    }
  }
}
