import type { Item } from "./agreement-specification";

/** Actions of invented councils. Some name years, shares and sums of money, which are no terms of payment. */
export const CONDITIONS: readonly Item[] = [
  {
    text: "Open two resource bases in mainstream secondary schools, so that fewer young people travel out of the area for a place, and review how well they are used each autumn.",
  },
  {
    text: "Agree with every school what support is ordinarily available without a plan, and publish it:",
    items: [
      { text: "for early years settings and primary schools by September 2023;" },
      { text: "for secondary schools by January 2024; and" },
      { text: "for post-16 providers by September 2024." },
    ],
  },
  {
    text: "Bring the average cost of a place in an independent special school down by £0.5 million a year through joint commissioning with neighbouring councils.",
  },
  {
    text: "Strengthen the way in which education, health and care plans are written and reviewed. This includes:",
    items: [
      {
        text: "a single panel that decides on requests within the legal time limits, with",
        items: [
          { text: "a head teacher from each phase among its members; and" },
          { text: "a written reason for every decision;" },
        ],
      },
      { text: "a yearly check of one plan in ten by somebody from outside the service." },
    ],
  },
  {
    text: "Set up an early language programme with the health service, so that needs are found before a child starts school.",
  },
  {
    text: "Train at least 85% of the special educational needs co-ordinators in the area by the end of the 2024/25 school year.",
  },
  {
    text: "Review banding and top-up rates, consult the schools forum on them, and bring in the new rates from April 2024.",
  },
  {
    text: "Prepare young people for adult life by means of supported internships, with 40 places in 2023-24 and at least 60 in each year after that.",
  },
  {
    text: "Keep a sufficiency plan for specialist places; submit any bid for capital in time for the department’s next round.",
  },
  {
    text: "Make sure that the council’s ‘local offer’ is complete, up to date and written together with parents and carers.",
  },
  {
    text: "Hold a monthly board, chaired by the director of children’s services, which follows the savings against this plan and decides on remedies:",
    items: [
      { text: "within ten working days where a milestone is missed by less than a quarter;" },
      { text: "at once where it is missed by more." },
    ],
  },
  {
    text: "Work with the area’s schools to lower permanent exclusions and part-time timetables, which lead to costly placements later.",
  },
];

export const MONITORING: readonly Item[] = [
  {
    text: "The council reports to the Department for Education three times a year on how far each action has come, what it has saved and how the in-year position of the DSG compares with the plan.",
  },
  {
    text: "Reports are signed off by the council’s chief finance officer. Anything that puts the plan at risk has to be told as soon as it is known, without waiting for the next report.",
  },
  {
    text: "Officials of both sides meet after each report. A named adviser supports the council and sees the figures behind it.",
  },
];

export const REVIEW: readonly Item[] = [
  {
    text: "The agreement will be looked at again if the council’s high needs funding turns out to differ considerably from what was assumed when it was made, or if national policy changes in a way that bears on it.",
  },
  {
    text: "Too little progress is also a reason to reopen it. The department may withhold a payment until it is satisfied that the conditions are being met.",
  },
  {
    text: "Each side may ask for a review:",
    items: [
      { text: "when further capital funding is granted;" },
      { text: "when a neighbouring council’s provision opens or closes." },
    ],
  },
];

/** Payments are held back: said of an agreement under review. */
export const SUSPENSIONS: readonly string[] = [
  "This agreement is currently under review. Payments have been suspended since January 2024; what has been withheld will be paid once a revised agreement is in place.",
  "The department has suspended its payments under this agreement while a revised plan is drawn up, and will make them up after a revised agreement has been signed.",
];
