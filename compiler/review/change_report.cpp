#include "review/change_report.h"

namespace zoomc {

std::string VersionName::text() const {
  return revision.empty() ? path : path + " at " + revision;
}

ChangeCost ChangeReport::cost() const {
  ChangeCost sum;
  for (const WeighedChange& weighed : changes) sum = sum + weighed.cost;
  return sum;
}

}  // namespace zoomc
