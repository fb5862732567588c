// The overview of several sets.
startSorting();
startLanguage();
