#include "outline.h"
#include "support/catch.h"

namespace zoomc::syntax {

TEST_CASE("comments are kept in file order") {
  CHECK("\n" + outline_of("# a\nb: c # d\n# e\nf: # g\n  # h\n  - i # j\n# k\n") == R"(
2:1-6:6 mapping
  k 2:1-2:2 plain <b>
  v 2:4-2:5 plain <c>
  k 4:1-4:2 plain <f>
  v 6:3-6:6 sequence
    - 6:5-6:6 plain <i>
# 1:1-1:4 <# a>
# 2:6-2:9 <# d>
# 3:1-3:4 <# e>
# 4:4-4:7 <# g>
# 5:3-5:6 <# h>
# 6:7-6:10 <# j>
# 7:1-7:4 <# k>
)");
  CHECK("\n" + outline_of("a: [ # b\n  c, # d\n  # e\n]  # f\n") == R"(
1:1-4:2 mapping
  k 1:1-1:2 plain <a>
  v 1:4-4:2 flow sequence
    - 2:3-2:4 plain <c>
# 1:6-1:9 <# b>
# 2:6-2:9 <# d>
# 3:3-3:6 <# e>
# 4:4-4:7 <# f>
)");
  CHECK("\n" + outline_of("a: | # b\n  # text\n # c\n# d\ne: f\n") == R"(
1:1-5:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-2:9 literal <| # b\n  # text> = # text\n
  k 5:1-5:2 plain <e>
  v 5:4-5:5 plain <f>
# 1:6-1:9 <# b>
# 3:2-3:5 <# c>
# 4:1-4:4 <# d>
)");
  CHECK("\n" + outline_of("#\n#a\n") == R"(
1:1-1:1 missing plain <>
# 1:1-1:2 <#>
# 2:1-2:3 <#a>
)");
  CHECK("\n" + outline_of("a: \"b\" # c\n") == R"(
1:1-1:7 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:7 double <"b"> = b
# 1:8-1:11 <# c>
)");
  CHECK("\n" + outline_of("# only") == R"(
1:1-1:1 missing plain <>
# 1:1-1:7 <# only>
)");
  CHECK("\n" + outline_of("\t# tab before\na: b\t# tab\n") == R"(
2:1-2:5 mapping
  k 2:1-2:2 plain <a>
  v 2:4-2:5 plain <b>
# 1:2-1:14 <# tab before>
# 2:6-2:11 <# tab>
)");
}

TEST_CASE("a `#` inside text is no comment") {
  CHECK("\n" + outline_of("a: b#c\n") == R"(
1:1-1:7 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:7 plain <b#c>
)");
  CHECK("\n" + outline_of("a: \"b # c\"\n") == R"(
1:1-1:11 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:11 double <"b # c"> = b # c
)");
  CHECK("\n" + outline_of("a: 'b # c'\n") == R"(
1:1-1:11 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:11 single <'b # c'> = b # c
)");
  CHECK("\n" + outline_of("a: b\\#\n") == R"(
1:1-1:7 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:7 plain <b\#>
)");
}

}  // namespace zoomc::syntax
