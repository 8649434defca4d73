package dev.aiwf.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house: who may know whom. */
class WallsTest {

  private static final String CORE = "dev.aiwf.core..";
  private static final String APP = "dev.aiwf.app..";
  private static final String KNOWLEDGE = "dev.aiwf.knowledge..";
  private static final String CLIENT = "dev.aiwf.knowledge.client..";
  private static final String ARCHITECT = "dev.aiwf.architect..";
  private static final String TESTKIT = "dev.aiwf.testkit..";

  /** Each knows bot-core and itself, and none of the others. */
  private static final List<String> SIBLINGS =
      List.of(
          "dev.aiwf.engine..",
          "dev.aiwf.packs..",
          "dev.aiwf.artifacts..",
          "dev.aiwf.slack..",
          "dev.aiwf.discord..",
          "dev.aiwf.web..",
          ARCHITECT,
          KNOWLEDGE);

  /** The server's rooms lie around the client's. */
  private static final DescribedPredicate<JavaClass> SERVER =
      resideInAPackage(KNOWLEDGE).and(not(resideInAPackage(CLIENT)));

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.aiwf");

  private static final JavaClasses PRODUCTION = ALL.that(not(resideInAPackage(TESTKIT)));

  /** The rules below hold for nothing where there is no code, and a package-info is none. */
  @ParameterizedTest
  @MethodSource("modules")
  void everyModuleIsSeenByTheseRules(String module) {
    assertThat(ALL.that(resideInAPackage(module)))
        .anyMatch(type -> !type.getSimpleName().equals("package-info"));
  }

  static List<String> modules() {
    return List.of(
        CORE,
        TESTKIT,
        "dev.aiwf.engine..",
        "dev.aiwf.packs..",
        "dev.aiwf.artifacts.render..",
        "dev.aiwf.artifacts.git..",
        "dev.aiwf.slack..",
        "dev.aiwf.discord..",
        "dev.aiwf.web.api..",
        "dev.aiwf.web.pages..",
        KNOWLEDGE,
        CLIENT,
        ARCHITECT,
        APP);
  }

  @Test
  void nothingIsOutsideTheKnownModules() {
    classes()
        .should()
        .resideInAnyPackage(
            modules().stream()
                .map(module -> module.replaceAll("\\.(render|git|api|pages)\\.\\.", ".."))
                .toArray(String[]::new))
        .check(ALL);
  }

  @Test
  void coreKnowsTheJdkAndJSpecifyOnly() {
    classes()
        .that()
        .resideInAPackage(CORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(CORE, "java..", "org.jspecify..")
        .check(PRODUCTION);
  }

  @ParameterizedTest
  @MethodSource("siblings")
  void siblingsKnowOnlyCoreOfTheHouse(String sibling) {
    classes()
        .that()
        .resideInAPackage(sibling)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(CORE, sibling).or(not(resideInAPackage("dev.aiwf.."))))
        .check(PRODUCTION);
  }

  static List<String> siblings() {
    return SIBLINGS;
  }

  @Test
  void boltStaysInSlack() {
    only(List.of("dev.aiwf.slack.."), "com.slack..");
  }

  @Test
  void jdaStaysInDiscord() {
    only(List.of("dev.aiwf.discord.."), "net.dv8tion..", "com.neovisionaries..");
  }

  @Test
  void jgitStaysInGit() {
    only(List.of("dev.aiwf.artifacts.git.."), "org.eclipse.jgit..", "org.apache.sshd..");
  }

  @Test
  void jdbcStaysInTheEngine() {
    only(
        List.of("dev.aiwf.engine.."),
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "org.sqlite..",
        "org.postgresql..",
        "com.github.kagkarlsson..",
        "org.flywaydb..");
  }

  /** A database knows nothing of what is stored, rows nothing of who asks for them. */
  @Test
  void theEnginesRoomsLieAboveEachOther() {
    knowsOnly("dev.aiwf.engine.store");
    knowsOnly("dev.aiwf.engine.rows", "dev.aiwf.engine.store");
    knowsOnly("dev.aiwf.engine.backup", "dev.aiwf.engine.store", "dev.aiwf.engine.rows");
  }

  private static void knowsOnly(String room, String... below) {
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage(room)
                .or(resideInAnyPackage(below))
                .or(not(resideInAPackage("dev.aiwf.engine.."))))
        .check(PRODUCTION);
  }

  @Test
  void javalinAndJettyStayWhereHttpIsServed() {
    only(List.of("dev.aiwf.web..", APP), "io.javalin..");
    only(List.of("dev.aiwf.web..", KNOWLEDGE, APP), "org.eclipse.jetty..");
  }

  @Test
  void luceneAndMcpStayInTheKnowledgeServer() {
    only(List.of("dev.aiwf.knowledge.search.."), "org.apache.lucene..");
    only(List.of(KNOWLEDGE), "io.modelcontextprotocol..");
  }

  @Test
  void theKnowledgeServerKnowsNothingOfTheBot() {
    noClasses()
        .that(are(SERVER))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CORE, TESTKIT, CLIENT)
        .check(PRODUCTION);
  }

  @Test
  void theKnowledgeClientKnowsNothingOfTheServer() {
    noClasses()
        .that()
        .resideInAPackage(CLIENT)
        .should()
        .dependOnClassesThat(are(SERVER))
        .check(PRODUCTION);
  }

  @Test
  void langchain4jStaysInTheArchitectAndTheKnowledgeClient() {
    only(List.of(CLIENT, ARCHITECT), "dev.langchain4j..");
    only(List.of(CLIENT), "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");
  }

  @Test
  void templatesStayInThePages() {
    only(List.of("dev.aiwf.web.pages..", "dev.aiwf.web.export.."), "gg.jte..");
  }

  private static void only(List<String> owners, String... guarded) {
    noClasses()
        .that()
        .resideOutsideOfPackages(owners.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(guarded)
        .check(PRODUCTION);
  }

  @Test
  void productionKnowsNoTestCode() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            TESTKIT, "org.junit..", "org.assertj..", "org.awaitility..", "com.tngtech..")
        .check(PRODUCTION);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.aiwf.(**)").should().beFreeOfCycles().check(PRODUCTION);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked =
        ALL.stream()
            .map(JavaClass::getPackage)
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(each -> each.getName())
            .collect(toSet());
    assertThat(unmarked).isEmpty();
  }

  @Test
  void coreHasNoInputOutputThreadsOrRandomness() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "java.util.random..")
                // A digest is arithmetic: a button's id is one.
                .or(
                    resideInAPackage("java.security..")
                        .and(not(type(MessageDigest.class)))
                        .and(not(type(NoSuchAlgorithmException.class))))
                .or(
                    resideInAPackage("java.net..")
                        .and(not(type(URI.class)))
                        .and(not(type(URISyntaxException.class))))
                .or(
                    anyOf(
                        Clock.class,
                        Process.class,
                        ProcessBuilder.class,
                        ProcessHandle.class,
                        Random.class,
                        Runtime.class,
                        ScopedValue.class,
                        SplittableRandom.class,
                        Thread.class,
                        Thread.Builder.class,
                        ThreadLocal.class,
                        Timer.class)))
        .check(PRODUCTION);
  }

  private static DescribedPredicate<JavaClass> anyOf(Class<?>... types) {
    return describe("are impure", type -> Set.of(types).stream().anyMatch(type::isEquivalentTo));
  }

  @Test
  void coreReadsNeitherClockNorSurroundings() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .accessTargetWhere(describe("it is a clock or the surroundings", WallsTest::isImpure))
        .check(PRODUCTION);
  }

  private static boolean isImpure(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return switch (owner) {
      // Of System, only what is pure.
      case "java.lang.System" -> !Set.of("arraycopy", "identityHashCode").contains(name);
      case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.Collections" -> name.equals("shuffle");
      case "java.time.ZoneId" -> name.equals("systemDefault");
      case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
      case "java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar" -> true;
      case "java.lang.Object" -> Set.of("wait", "notify", "notifyAll").contains(name);
      default -> owner.startsWith("java.time.") && name.equals("now");
    };
  }

  @Test
  void coreLocksNothing() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(CORE)
        .should()
        .notHaveModifier(JavaModifier.SYNCHRONIZED)
        .check(PRODUCTION);
  }
}
