/** A council's cell: rows of hexagons that stand on a point, odd rows half a cell to the right. */
export interface HexCell {
  /** Three letters, never changed. */
  readonly short: string;
  readonly column: number;
  readonly row: number;
}

/** The councils of England by DfE code. Written by `npm run hex-map`, not by hand. */
export const ENGLAND_HEXES: Readonly<Record<string, HexCell>> = {
  "201": { short: "COL", column: 11, row: 13 }, // City of London
  "202": { short: "CAM", column: 11, row: 12 }, // Camden
  "203": { short: "GRE", column: 13, row: 15 }, // Greenwich
  "204": { short: "HAC", column: 13, row: 12 }, // Hackney
  "205": { short: "HAF", column: 10, row: 14 }, // Hammersmith and Fulham
  "206": { short: "ISL", column: 12, row: 12 }, // Islington
  "207": { short: "KEC", column: 11, row: 14 }, // Kensington and Chelsea
  "208": { short: "LAM", column: 11, row: 15 }, // Lambeth
  "209": { short: "LEW", column: 12, row: 15 }, // Lewisham
  "210": { short: "SWK", column: 12, row: 14 }, // Southwark
  "211": { short: "TOW", column: 12, row: 13 }, // Tower Hamlets
  "212": { short: "WAN", column: 10, row: 15 }, // Wandsworth
  "213": { short: "WES", column: 10, row: 13 }, // Westminster
  "301": { short: "BAD", column: 14, row: 14 }, // Barking and Dagenham
  "302": { short: "BNT", column: 10, row: 11 }, // Barnet
  "303": { short: "BEX", column: 14, row: 15 }, // Bexley
  "304": { short: "BRE", column: 10, row: 12 }, // Brent
  "305": { short: "BRM", column: 12, row: 16 }, // Bromley
  "306": { short: "CRO", column: 11, row: 17 }, // Croydon
  "307": { short: "EAL", column: 9, row: 13 }, // Ealing
  "308": { short: "ENF", column: 12, row: 10 }, // Enfield
  "309": { short: "HGY", column: 11, row: 11 }, // Haringey
  "310": { short: "HRW", column: 9, row: 12 }, // Harrow
  "311": { short: "HAV", column: 14, row: 13 }, // Havering
  "312": { short: "HIL", column: 8, row: 13 }, // Hillingdon
  "313": { short: "HOU", column: 9, row: 14 }, // Hounslow
  "314": { short: "KIN", column: 10, row: 16 }, // Kingston upon Thames
  "315": { short: "MER", column: 11, row: 16 }, // Merton
  "316": { short: "NWM", column: 13, row: 14 }, // Newham
  "317": { short: "RED", column: 13, row: 13 }, // Redbridge
  "318": { short: "RIC", column: 9, row: 15 }, // Richmond upon Thames
  "319": { short: "SUT", column: 10, row: 17 }, // Sutton
  "320": { short: "WAF", column: 12, row: 11 }, // Waltham Forest
  "330": { short: "BIR", column: 6, row: 12 }, // Birmingham
  "331": { short: "COV", column: 7, row: 12 }, // Coventry
  "332": { short: "DUD", column: 4, row: 13 }, // Dudley
  "333": { short: "SAN", column: 5, row: 12 }, // Sandwell
  "334": { short: "SOL", column: 5, row: 13 }, // Solihull
  "335": { short: "WSL", column: 5, row: 11 }, // Walsall
  "336": { short: "WLV", column: 4, row: 12 }, // Wolverhampton
  "340": { short: "KNO", column: 1, row: 9 }, // Knowsley
  "341": { short: "LIV", column: 1, row: 8 }, // Liverpool
  "342": { short: "STH", column: 2, row: 8 }, // St. Helens
  "343": { short: "SEF", column: 1, row: 7 }, // Sefton
  "344": { short: "WIR", column: 0, row: 9 }, // Wirral
  "350": { short: "BOL", column: 3, row: 7 }, // Bolton
  "351": { short: "BUR", column: 4, row: 7 }, // Bury
  "352": { short: "MAN", column: 4, row: 9 }, // Manchester
  "353": { short: "OLD", column: 5, row: 8 }, // Oldham
  "354": { short: "ROC", column: 5, row: 7 }, // Rochdale
  "355": { short: "SAL", column: 4, row: 8 }, // Salford
  "356": { short: "STP", column: 5, row: 10 }, // Stockport
  "357": { short: "TAM", column: 5, row: 9 }, // Tameside
  "358": { short: "TRA", column: 3, row: 9 }, // Trafford
  "359": { short: "WIG", column: 2, row: 7 }, // Wigan
  "370": { short: "BNS", column: 7, row: 7 }, // Barnsley
  "371": { short: "DON", column: 8, row: 6 }, // Doncaster
  "372": { short: "ROT", column: 8, row: 8 }, // Rotherham
  "373": { short: "SHE", column: 6, row: 7 }, // Sheffield
  "380": { short: "BRA", column: 5, row: 5 }, // Bradford
  "381": { short: "CAL", column: 5, row: 6 }, // Calderdale
  "382": { short: "KIR", column: 6, row: 6 }, // Kirklees
  "383": { short: "LEE", column: 6, row: 5 }, // Leeds
  "384": { short: "WAK", column: 7, row: 6 }, // Wakefield
  "390": { short: "GAT", column: 6, row: 2 }, // Gateshead
  "391": { short: "NEW", column: 5, row: 1 }, // Newcastle upon Tyne
  "392": { short: "NTY", column: 6, row: 1 }, // North Tyneside
  "393": { short: "STY", column: 7, row: 1 }, // South Tyneside
  "394": { short: "SUN", column: 7, row: 2 }, // Sunderland
  "420": { short: "IOS", column: 2, row: 19 }, // Isles of Scilly
  "800": { short: "BNE", column: 5, row: 16 }, // Bath and North East Somerset
  "801": { short: "BRI", column: 4, row: 15 }, // Bristol, City of
  "802": { short: "NSO", column: 4, row: 16 }, // North Somerset
  "803": { short: "SGL", column: 5, row: 15 }, // South Gloucestershire
  "805": { short: "HPL", column: 8, row: 1 }, // Hartlepool
  "806": { short: "MID", column: 8, row: 3 }, // Middlesbrough
  "807": { short: "RCC", column: 9, row: 2 }, // Redcar and Cleveland
  "808": { short: "STN", column: 8, row: 2 }, // Stockton-on-Tees
  "810": { short: "HUL", column: 9, row: 7 }, // Kingston upon Hull, City of
  "811": { short: "ERY", column: 9, row: 6 }, // East Riding of Yorkshire
  "812": { short: "NEL", column: 9, row: 8 }, // North East Lincolnshire
  "813": { short: "NLI", column: 8, row: 7 }, // North Lincolnshire
  "815": { short: "NYO", column: 7, row: 4 }, // North Yorkshire
  "816": { short: "YOR", column: 7, row: 5 }, // York
  "821": { short: "LUT", column: 8, row: 12 }, // Luton
  "822": { short: "BED", column: 9, row: 10 }, // Bedford
  "823": { short: "CBE", column: 8, row: 11 }, // Central Bedfordshire
  "825": { short: "BUC", column: 8, row: 14 }, // Buckinghamshire
  "826": { short: "MIL", column: 7, row: 13 }, // Milton Keynes
  "830": { short: "DBY", column: 6, row: 8 }, // Derbyshire
  "831": { short: "DER", column: 6, row: 10 }, // Derby
  "838": { short: "DOR", column: 5, row: 17 }, // Dorset
  "839": { short: "BCP", column: 6, row: 18 }, // Bournemouth, Christchurch and Poole
  "840": { short: "DUR", column: 6, row: 3 }, // County Durham
  "841": { short: "DAR", column: 7, row: 3 }, // Darlington
  "845": { short: "ESU", column: 12, row: 18 }, // East Sussex
  "846": { short: "BRH", column: 11, row: 18 }, // Brighton and Hove
  "850": { short: "HAM", column: 7, row: 17 }, // Hampshire
  "851": { short: "POR", column: 8, row: 18 }, // Portsmouth
  "852": { short: "SOU", column: 6, row: 17 }, // Southampton
  "855": { short: "LEI", column: 7, row: 10 }, // Leicestershire
  "856": { short: "LEC", column: 6, row: 11 }, // Leicester
  "857": { short: "RUT", column: 7, row: 9 }, // Rutland
  "860": { short: "STA", column: 4, row: 11 }, // Staffordshire
  "861": { short: "SOT", column: 4, row: 10 }, // Stoke-on-Trent
  "865": { short: "WIL", column: 6, row: 16 }, // Wiltshire
  "866": { short: "SWI", column: 6, row: 15 }, // Swindon
  "867": { short: "BRF", column: 8, row: 17 }, // Bracknell Forest
  "868": { short: "WAM", column: 8, row: 15 }, // Windsor and Maidenhead
  "869": { short: "WBE", column: 7, row: 16 }, // West Berkshire
  "870": { short: "REA", column: 7, row: 15 }, // Reading
  "871": { short: "SLO", column: 9, row: 16 }, // Slough
  "872": { short: "WOK", column: 8, row: 16 }, // Wokingham
  "873": { short: "CMB", column: 10, row: 10 }, // Cambridgeshire
  "874": { short: "PET", column: 9, row: 9 }, // Peterborough
  "876": { short: "HAL", column: 2, row: 9 }, // Halton
  "877": { short: "WAR", column: 3, row: 8 }, // Warrington
  "878": { short: "DEV", column: 4, row: 18 }, // Devon
  "879": { short: "PLY", column: 3, row: 19 }, // Plymouth
  "880": { short: "TOR", column: 4, row: 19 }, // Torbay
  "881": { short: "ESS", column: 13, row: 11 }, // Essex
  "882": { short: "SOS", column: 14, row: 12 }, // Southend-on-Sea
  "883": { short: "THU", column: 15, row: 14 }, // Thurrock
  "884": { short: "HER", column: 4, row: 14 }, // Herefordshire, County of
  "885": { short: "WOR", column: 5, row: 14 }, // Worcestershire
  "886": { short: "KEN", column: 12, row: 17 }, // Kent
  "887": { short: "MED", column: 13, row: 16 }, // Medway
  "888": { short: "LAN", column: 3, row: 5 }, // Lancashire
  "889": { short: "BWD", column: 4, row: 6 }, // Blackburn with Darwen
  "890": { short: "BLP", column: 3, row: 6 }, // Blackpool
  "891": { short: "NOT", column: 7, row: 8 }, // Nottinghamshire
  "892": { short: "NGM", column: 6, row: 9 }, // Nottingham
  "893": { short: "SHR", column: 3, row: 12 }, // Shropshire
  "894": { short: "TEL", column: 3, row: 11 }, // Telford and Wrekin
  "895": { short: "CHE", column: 3, row: 10 }, // Cheshire East
  "896": { short: "CHW", column: 2, row: 10 }, // Cheshire West and Chester
  "908": { short: "COR", column: 3, row: 18 }, // Cornwall
  "916": { short: "GLO", column: 6, row: 14 }, // Gloucestershire
  "919": { short: "HRT", column: 9, row: 11 }, // Hertfordshire
  "921": { short: "IOW", column: 7, row: 18 }, // Isle of Wight
  "925": { short: "LIN", column: 8, row: 9 }, // Lincolnshire
  "926": { short: "NOR", column: 10, row: 9 }, // Norfolk
  "929": { short: "NBL", column: 6, row: 0 }, // Northumberland
  "931": { short: "OXF", column: 7, row: 14 }, // Oxfordshire
  "933": { short: "SOM", column: 4, row: 17 }, // Somerset
  "935": { short: "SUF", column: 11, row: 10 }, // Suffolk
  "936": { short: "SUR", column: 9, row: 17 }, // Surrey
  "937": { short: "WRK", column: 6, row: 13 }, // Warwickshire
  "938": { short: "WSU", column: 10, row: 18 }, // West Sussex
  "940": { short: "NNH", column: 8, row: 10 }, // North Northamptonshire
  "941": { short: "WNH", column: 7, row: 11 }, // West Northamptonshire
  "942": { short: "CUM", column: 3, row: 3 }, // Cumberland
  "943": { short: "WMF", column: 4, row: 4 }, // Westmorland and Furness
};
