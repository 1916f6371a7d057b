"""The words that made-up companies and apps have."""
NAMES = ("Harbor", "Northwind", "Tidewater", "Riverbend", "Juniper", "Copper", "Lakeside", "Summit", "Orchard",
         "Beacon", "Granite", "Willow", "Falcon", "Meridian", "Cedar", "Atlas", "Prairie", "Quarry", "Saffron",
         "Velvet", "Zürich", "Åland", "Bergen", "Málaga", "Kestrel", "Lantern", "Monsoon", "Nimbus", "Obsidian")
TRADES = ("CRM", "Call Journal", "Directory", "Scheduler", "Recorder", "Helpdesk", "Dialer Insights", "Classroom",
          "Recruiting", "Care Desk", "Sales Coach", "Roster", "Archive", "Onboarding", "Field Service")
FORMS = ("Inc.", "GmbH", "Ltd", "AB", "LLC", "SAS", "B.V.", "Oy")
PURPOSES = ("CRM logging", "the call journal", "calendar sync", "staff onboarding", "the support desk",
            "sales coaching", "the recording archive", "workforce planning", "patient follow-up", "class rosters")
PEOPLE = ("Dana Reyes", "Ines Okafor", "Noor Haddad", "Jürgen Weiß", "Mei Tanaka", "Sam O'Neill", "Łucja Nowak",
          "Priya Raman", "Tom Baker", "Aïcha Diallo")
AIMS = ("so that nobody types notes twice", "for the contact's timeline", "for the weekly report",
        "when a deal changes its owner", "for the team's dashboard", "before a call is returned",
        "so that each entry has its owner", "for the nightly comparison", "when somebody joins the team",
        "beside the right customer record")
PITCHES = ("reads the meetings and call history of your account and puts them beside the right contact",
           "keeps the directory of your account and that of your staff system the same, in both directions",
           "shows who called, who answered and what was agreed, on the page that your people have open anyway",
           "plans webinars with their registrants and panelists from the campaign that they belong to",
           "archives what was recorded and marks it with the notes of the meeting, for as long as you say")
REMARKS = ("# Owner: the integrations team; ask before you change a scope.",
           "# Reviewed every quarter. See the runbook for the connection test.",
           "# Generated once from the service catalog, since then kept by hand.",
           "# The order below is the order of the customer's contract.")
PRODUCTS = ("ZOOM_MEETING", "ZOOM_PHONE", "ZOOM_WEBINAR", "ZOOM_CHAT", "ZOOM_ROOM")
