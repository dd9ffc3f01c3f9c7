// Stands in the bundle for a package that nothing in it uses; whoever would call it gets a TypeError.
module.exports = {};
