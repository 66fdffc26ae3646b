package io.bincard.handheld.work;

import io.bincard.handheld.replica.View;
import io.bincard.model.barcode.Scan;
import io.bincard.model.stock.Account;
import io.bincard.model.sync.Row;
import java.util.List;
import java.util.Optional;

/** Says what is known of whatever is scanned. Asking is free: it records nothing. */
public final class Lookup {
  private final Shift shift;

  public Lookup(Shift shift) {
    this.shift = shift;
  }

  /** Never empty-handed: what nobody knows is {@link Finding.Nothing}. */
  public Reply.Found scanned(Scan scan) {
    Scanned scanned = shift.read(scan);
    return new Reply.Found(
        bin(scanned)
            .or(() -> item(scanned))
            .or(() -> container(scanned))
            .or(() -> person(scanned))
            .orElse(new Finding.Nothing(scanned.code())));
  }

  private Optional<Finding> bin(Scanned scanned) {
    View view = shift.view();
    return scanned
        .bin()
        .map(
            row ->
                new Finding.OfBin(
                    row,
                    view.stock(Account.bin(row.location())),
                    view.waitingCounts(row.location())));
  }

  private Optional<Finding> item(Scanned scanned) {
    View view = shift.view();
    return scanned
        .item()
        .map(
            item ->
                new Finding.OfItem(
                    item,
                    item.lot().flatMap(lot -> view.lot(item.row().item(), lot)),
                    view.stockOf(item.row().item())));
  }

  private Optional<Finding> container(Scanned scanned) {
    Optional<Account> carton = scanned.carton().map(Account::carton);
    return carton
        .or(() -> scanned.tote().map(Account::tote))
        .map(account -> new Finding.OfContainer(account, shift.view().stock(account)))
        .filter(found -> carton.isPresent() || !found.stock().isEmpty())
        .map(found -> found);
  }

  private Optional<Finding> person(Scanned scanned) {
    return scanned
        .person()
        .map(
            person -> {
              List<Row.Stock> hand = shift.view().stock(Account.hand(person.user()));
              return new Finding.OfPerson(person, hand);
            });
  }
}
