export const SITE_NAME = "Safety Valve Tracker";
