package io.bincard.server;

/** One thing the program does, chosen by the first word of the command line. */
interface Command {
  /** How to use it, one line an option. */
  String usage();

  /**
   * Does it. Returns when it is done or, for a server, when it has started.
   *
   * @throws UsageException if the arguments or the configuration are wrong
   */
  void run(Arguments arguments);
}
