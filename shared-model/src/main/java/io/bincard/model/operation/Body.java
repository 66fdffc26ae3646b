package io.bincard.model.operation;

import io.avaje.jsonb.Json;
import java.util.List;

/** What an operation says. */
@Json(typeProperty = "type")
@Json.SubType(type = Fact.Taken.class, name = "Taken")
@Json.SubType(type = Fact.Put.class, name = "Put")
@Json.SubType(type = Fact.Moved.class, name = "Moved")
@Json.SubType(type = Fact.Picked.class, name = "Picked")
@Json.SubType(type = Fact.PickedShort.class, name = "PickedShort")
@Json.SubType(type = Fact.PutBack.class, name = "PutBack")
@Json.SubType(type = Fact.Packed.class, name = "Packed")
@Json.SubType(type = Fact.Unpacked.class, name = "Unpacked")
@Json.SubType(type = Fact.CartonClosed.class, name = "CartonClosed")
@Json.SubType(type = Fact.Dispatched.class, name = "Dispatched")
@Json.SubType(type = Fact.CountLine.class, name = "CountLine")
@Json.SubType(type = Fact.BinCountCompleted.class, name = "BinCountCompleted")
@Json.SubType(type = Fact.Received.class, name = "Received")
@Json.SubType(type = Fact.Adjusted.class, name = "Adjusted")
@Json.SubType(type = Fact.Issued.class, name = "Issued")
@Json.SubType(type = Fact.ScannedUnknown.class, name = "ScannedUnknown")
@Json.SubType(type = Fact.Undone.class, name = "Undone")
@Json.SubType(type = Fact.TimeAnchored.class, name = "TimeAnchored")
@Json.SubType(type = Fact.SignedIn.class, name = "SignedIn")
@Json.SubType(type = Fact.SignedOut.class, name = "SignedOut")
@Json.SubType(type = Fact.LossDeclared.class, name = "LossDeclared")
@Json.SubType(type = Intent.WorkClaimed.class, name = "WorkClaimed")
@Json.SubType(type = Intent.WorkReleased.class, name = "WorkReleased")
@Json.SubType(type = Decision.OrderPlaced.class, name = "OrderPlaced")
@Json.SubType(type = Decision.OrderChanged.class, name = "OrderChanged")
@Json.SubType(type = Decision.OrderCancelled.class, name = "OrderCancelled")
@Json.SubType(type = Decision.CountApproved.class, name = "CountApproved")
@Json.SubType(type = Decision.CountRejected.class, name = "CountRejected")
@Json.SubType(type = Decision.RecountAsked.class, name = "RecountAsked")
@Json.SubType(type = Decision.StockCorrected.class, name = "StockCorrected")
@Json.SubType(type = Decision.OperationReversed.class, name = "OperationReversed")
@Json.SubType(type = Decision.BarcodeAssigned.class, name = "BarcodeAssigned")
@Json.SubType(type = Decision.LotHeld.class, name = "LotHeld")
@Json.SubType(type = Decision.LotReleased.class, name = "LotReleased")
@Json.SubType(type = Decision.Accepted.class, name = "Accepted")
@Json.SubType(type = ServerRecord.CountSettled.class, name = "CountSettled")
@Json.SubType(type = ServerRecord.Allocated.class, name = "Allocated")
@Json.SubType(type = ServerRecord.LeaseGranted.class, name = "LeaseGranted")
@Json.SubType(type = ServerRecord.LeaseLost.class, name = "LeaseLost")
@Json.SubType(type = ServerRecord.TaskCreated.class, name = "TaskCreated")
public sealed interface Body permits Fact, Intent, Decision, ServerRecord {
  /**
   * What this does to state; never needs state to be worked out.
   *
   * @param self the operation that has this body: its author carries the goods, its id names it
   */
  default List<Effect> effects(Operation self) {
    return List.of();
  }
}
