#pragma once
#include "model/reading.h"

// The parts of the language, each read into its part of the app.
namespace zoomc::model {

Surface read_surface(Reading& reading, const Slot& slot);
OAuth read_oauth(Reading& reading, const Slot& slot);
Credentials read_credentials(Reading& reading, const Slot& slot);
std::optional<std::vector<Text>> read_unified(Reading& reading, const Slot& slot);
std::vector<FeatureWord> read_features(Reading& reading, const Slot& slot);
std::vector<Subscription> read_events(Reading& reading, const Slot& slot);
std::vector<KeyedText> read_keyed_texts(Reading& reading, const Slot& slot);
std::vector<Account> read_accounts(Reading& reading, const Slot& slot);
// `app:`, the name and listing.
void read_listing(Reading& reading, const Slot& slot, App& app);

}  // namespace zoomc::model
