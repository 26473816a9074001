import { outputOf } from "../programs.ts";
import type { Symbols } from "./symbols.ts";

/** One process for all messages, because it takes two seconds to read its rules. */
const PROGRAM = `
use Mail::SpamAssassin;
my $filter = Mail::SpamAssassin->new({ local_tests_only => 1, dont_copy_prefs => 1 });
for my $file (@ARGV) {
  open my $in, "<", $file or die;
  my @lines = <$in>;
  my $mail = $filter->parse(\\@lines);
  my $status = $filter->check($mail);
  my %scores = %{ $status->get_names_of_tests_hit_with_scores_hash() };
  print join(" ", map { "$_=$scores{$_}" } sort keys %scores), "\\n";
  $status->finish();
  $mail->finish();
}
`;

/** Runs SpamAssassin's local tests (score set 0) on messages as a mail server stored them. */
export function judgeBySpamassassin(files: readonly string[]): Symbols[] {
  return outputOf("perl", ["-e", PROGRAM, ...files])
    .trimEnd()
    .split("\n")
    .map(
      (line) =>
        new Map(
          line.split(" ").map((pair) => {
            const [symbol = "", points] = pair.split("=");
            return [symbol, Number(points)] as const;
          }),
        ),
    );
}
