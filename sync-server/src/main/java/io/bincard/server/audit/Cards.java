package io.bincard.server.audit;

import io.bincard.model.discrepancy.Rules;
import io.bincard.model.discrepancy.Subject;
import io.bincard.model.operation.CountedKey;
import io.bincard.model.stock.Account;
import io.bincard.model.stock.BinCard;
import io.bincard.model.stock.CardKey;
import io.bincard.model.stock.FoldedCard;
import io.bincard.model.stock.Reading;
import io.bincard.model.stock.Statement;
import io.bincard.model.time.Position;
import io.bincard.server.audit.Difference.Kind;
import io.bincard.server.db.Cursor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds every bin card of a site from nothing: everything that moved and everything that was said,
 * in canonical order. Compares what was said with the tables, and takes down what follows.
 */
final class Cards {
  private final PostgresBooks books;
  private final SiteRules rules;
  private final WorkingPapers papers;
  private final Differences.Of differences;
  private final StatementCheck check;
  private final Statements statements;
  private final LotStates lots;
  private final LocalDate today;

  Cards(
      PostgresBooks books,
      SiteRules rules,
      WorkingPapers papers,
      Differences.Of differences,
      LocalDate today) {
    this.books = books;
    this.rules = rules;
    this.papers = papers;
    this.differences = differences;
    this.check = new StatementCheck(differences);
    this.statements = new Statements(books, rules.site());
    this.lots = new LotStates(books, rules.site());
    this.today = today;
  }

  void fold(Progress progress) {
    compareAccountStatements();
    try (Cursor<Found.Statement> rows = books.statements(rules.site())) {
      OfAccount ofAccount = new OfAccount(papers.onAccounts.sorted(Notes.SaidOfAll::inAccount));
      Pairing.walk(
          papers.onCards.sorted(Notes.OnCard::card),
          new Lookahead<>(rows, Found.Statement::byCard),
          (key, notes, found) -> {
            String account = key.names().get(0);
            CardKey card = new CardKey(rules.site(), Account.parse(account), key.names().get(1));
            fold(card, notes, ofAccount.at(account), found);
            progress.step();
          });
    }
  }

  /** What was said of the account whose cards are being folded. */
  private static final class OfAccount {
    private final Lookahead<Notes.SaidOfAll> said;
    private String account = "";
    private List<Notes.SaidOfAll> ofIt = List.of();

    OfAccount(Lookahead<Notes.SaidOfAll> said) {
      this.said = said;
    }

    List<Notes.SaidOfAll> at(String next) {
      if (!next.equals(account)) {
        account = next;
        ofIt = said.takeAt(Key.of(next));
      }
      return ofIt;
    }
  }

  private void fold(
      CardKey key,
      List<Notes.OnCard> notes,
      List<Notes.SaidOfAll> ofAccount,
      List<Found.Statement> found) {
    Map<Position, Found.Statement> rows = new HashMap<>();
    found.forEach(row -> rows.put(row.at(), row));
    List<Notes.Side> sides = new ArrayList<>();
    List<Statement> said = new ArrayList<>();
    for (Notes.OnCard note : notes) {
      switch (note) {
        case Notes.Side side -> sides.add(side);
        case Notes.Said one -> said.add(statements.of(one, rows.get(one.at())));
      }
    }
    for (Notes.SaidOfAll all : ofAccount) {
      Statement statement = statements.of(all, key.item(), rows.get(all.at()));
      if (statement != null) {
        said.add(statement);
      }
    }
    said.sort(Comparator.comparing(Statement::at));
    FoldedCard card = fold(key, sides, said);
    check.compare(card, notes.isEmpty() ? null : notes.get(0).at(), rows);
    post(card, sides);
    look(card, sides);
  }

  private static FoldedCard fold(CardKey key, List<Notes.Side> sides, List<Statement> said) {
    BinCard card = new BinCard(key);
    int next = 0;
    for (Statement statement : said) {
      while (next < sides.size() && sides.get(next).at().isBefore(statement.at())) {
        move(card, sides.get(next));
        next++;
      }
      card.state(statement, List.of()); // nothing after it is on the card yet
    }
    sides.subList(next, sides.size()).forEach(side -> move(card, side));
    return card.fold();
  }

  private static void move(BinCard card, Notes.Side side) {
    card.move(side.at(), side.lot(), side.delta());
  }

  /** What the ledger should say of this card, and of those that statements post against. */
  private void post(FoldedCard card, List<Notes.Side> sides) {
    CardKey key = card.key();
    for (Notes.Side side : sides) {
      papers.post(key.account(), key.item(), side.lot(), side.at(), side.delta());
    }
    for (FoldedCard.Entry entry : card.entries()) {
      Account contra =
          entry.statement() instanceof Statement.Drain drain ? drain.contra() : Account.ADJUSTMENT;
      for (Reading reading : entry.readings().values()) {
        if (!reading.posted().isZero()) {
          papers.post(key.account(), key.item(), reading.lot(), entry.at(), reading.posted());
          papers.post(contra, key.item(), reading.lot(), entry.at(), reading.posted().negated());
        }
      }
    }
  }

  private void look(FoldedCard card, List<Notes.Side> sides) {
    Map<String, Subject.LotState> known =
        card.key().account().isContainer() ? lots.of(card.key().item()) : Map.of();
    Subject.Card subject =
        new Subject.Card(card, rules.negativeAllowed(), LateEntries.on(card, sides), known, today);
    Rules.findings(subject).forEach(finding -> papers.claims.add(Claim.of(finding)));
  }

  private void compareAccountStatements() {
    try (Cursor<Found.AccountStatement> rows = books.accountStatements(rules.site())) {
      Pairing.walk(
          papers.onAccounts.sorted(),
          new Lookahead<>(rows, row -> row.byAccount().at(row.at())),
          (key, said, found) -> {
            Found.AccountStatement expected = said.isEmpty() ? null : row(said.get(0));
            Found.AccountStatement stored = found.isEmpty() ? null : found.get(0);
            Position at = key.at();
            if (at != null && (expected == null || !expected.equals(stored))) {
              differences.add(
                  Kind.STATEMENT,
                  "statement on all of %s by operation %s/%d/%d"
                      .formatted(key.names().get(0), at.device(), at.epoch(), at.seq()),
                  shown(expected),
                  shown(stored));
            }
          });
    }
  }

  private static Found.AccountStatement row(Notes.SaidOfAll said) {
    Account contra = said.contra();
    Set<CountedKey> except = new HashSet<>(said.except());
    return new Found.AccountStatement(
        said.account().toString(),
        said.at(),
        said.operation(),
        contra == null ? "COUNT" : "DRAIN",
        said.task(),
        said.user(),
        except,
        contra == null ? "" : contra.toString(),
        said.verdict().decision().name());
  }

  private static String shown(Found.@Nullable AccountStatement statement) {
    return statement == null
        ? "nothing was said of it"
        : "%s in task '%s' by %s, except %s, to '%s', decision %s"
            .formatted(
                statement.kind(),
                statement.task(),
                statement.person(),
                statement.except(),
                statement.contra(),
                statement.decision());
  }
}
