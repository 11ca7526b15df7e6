/// A unit of measure or currency found after a number.
struct Unit {
  var words: String
  var end: Int
  /// Money and things counted take "một" before what they are counted by; physical units take "trên".
  var isCounted = false
  /// The words of the number's own multiplier, when a short form joins it to the currency.
  var isMoney = false

  /// Metric and technical units as they are written, case kept; `_` in a word stands for nothing.
  static let physical = WordTable(
    """
    km ki lô mét
    Km ki lô mét
    KM ki lô mét
    hm héc tô mét
    dam đề ca mét
    m mét
    M mét
    dm đề xi mét
    cm xăng ti mét
    Cm xăng ti mét
    mm mi li mét
    nm na nô mét
    µm mi cờ rô mét
    μm mi cờ rô mét
    ha héc ta
    Ha héc ta
    HA héc ta
    kg ki lô gam
    Kg ki lô gam
    KG ki lô gam
    g gam
    gr gam
    Gr gam
    gam gam
    mg mi li gam
    mcg mi cờ rô gam
    µg mi cờ rô gam
    μg mi cờ rô gam
    l lít
    L lít
    lit lít
    ml mi li lít
    mL mi li lít
    ML mi li lít
    cc xê xê
    cl xen ti lít
    dl đề xi lít
    dL đề xi lít
    hl héc tô lít
    W oát
    kW ki lô oát
    KW ki lô oát
    Kw ki lô oát
    kw ki lô oát
    MW mê ga oát
    GW gi ga oát
    Wp oát pê
    kWp ki lô oát pê
    MWp mê ga oát pê
    kWh ki lô oát giờ
    KWh ki lô oát giờ
    KWH ki lô oát giờ
    kwh ki lô oát giờ
    Kwh ki lô oát giờ
    MWh mê ga oát giờ
    Wh oát giờ
    V vôn
    v vôn
    kV ki lô vôn
    KV ki lô vôn
    Kv ki lô vôn
    mV mi li vôn
    kVA ki lô vôn am pe
    KVA ki lô vôn am pe
    kva ki lô vôn am pe
    MVA mê ga vôn am pe
    VA vôn am pe
    mA mi li am pe
    mAh mi li am pe giờ
    Ah am pe giờ
    Hz héc
    kHz ki lô héc
    KHz ki lô héc
    MHz mê ga héc
    Mhz mê ga héc
    GHz gi ga héc
    Ghz gi ga héc
    bps bít trên giây
    kbps ki lô bít trên giây
    Kbps ki lô bít trên giây
    Mbps mê ga bít trên giây
    mbps mê ga bít trên giây
    MBps mê ga bai trên giây
    Gbps gi ga bít trên giây
    KB ki lô bai
    kB ki lô bai
    MB mê ga bai
    GB gi ga bai
    Gb gi ga bai
    TB tê ra bai
    Pa pát can
    kPa ki lô pát can
    hPa héc tô pát can
    MPa mê ga pát can
    mb mi li ba
    mbar mi li ba
    bar ba
    atm át mốt phe
    mmHg mi li mét thủy ngân
    mmhg mi li mét thủy ngân
    dB đề xi ben
    dBA đề xi ben a
    N niu tơn
    kN ki lô niu tơn
    J giun
    kJ ki lô giun
    cal ca lo
    Kcal ki lô ca lo
    kcal ki lô ca lo
    mol mon
    mmol mi li mon
    µmol mi cờ rô mon
    ppm phần triệu
    ppb phần tỷ
    rpm vòng trên phút
    Nm niu tơn mét
    lux lúc
    lm lu men
    Ω ôm
    kΩ ki lô ôm
    hp mã lực
    HP mã lực
    mSv mi li xi vớt
    IU i u
    UI u i
    inch in
    ft phít
    kt nút
    min phút
    ms mi li giây
    p phút
    s giây
    h giờ
    px pích xeo
    """, exactCase: true)

  /// Units that are area with 2 and volume with 3 behind them.
  static let lengths = WordTable(
    """
    km ki lô mét
    Km ki lô mét
    m mét
    M mét
    dm đề xi mét
    cm xăng ti mét
    mm mi li mét
    dam đề ca mét
    hm héc tô mét
    """, exactCase: true)

  /// Currencies and the short multipliers of prices.
  static let currencies = WordTable(
    """
    đ đồng
    Đ đồng
    vnđ đồng
    VNĐ đồng
    VND đồng
    vnd đồng
    Vnđ đồng
    Vnd đồng
    VNđ đồng
    trđ triệu đồng
    Trđ triệu đồng
    trĐ triệu đồng
    tr triệu
    Tr triệu
    tỷđ tỷ đồng
    tỉđ tỷ đồng
    k nghìn
    K nghìn
    nđ nghìn đồng
    USD đô la mỹ
    Usd đô la mỹ
    usd đô la mỹ
    EUR ơ rô
    Euro ơ rô
    euro ơ rô
    JPY yên nhật
    GBP bảng anh
    CNY nhân dân tệ
    NDT nhân dân tệ
    RMB nhân dân tệ
    KRW uôn
    AUD đô la úc
    SGD đô la xinh ga po
    HKD đô la hồng kông
    CAD đô la ca na đa
    CHF phờ răng thụy sĩ
    THB bạt thái
    LAK kíp lào
    """, exactCase: true)

  /// Full words that money stands in.
  static let moneyWords = WordTable(
    """
    đồng đồng
    triệu triệu
    tỷ tỷ
    tỉ tỷ
    nghìn nghìn
    ngàn nghìn
    trăm trăm
    xu xu
    won uôn
    baht bạt
    kip kíp
    """)

  /// Nouns that a quantity may be counted by, one or two words: `đồng/người`, `lần/ngày`, `tạ/sào`.
  static let counters = CueSet(
    """
    người,tháng,năm,ngày,tuần,giờ,phút,giây,lần,con,hộ,cây,em,suất,xã,thôn,đợt,buổi,ca,sào,mẫu,học sinh,cháu,vụ,lứa,lượt,khẩu
    quý,đêm,phòng,chiếc,cái,xe,bộ,gói,chai,lít,tấn,tạ,yến,cân,mét,héc ta,công,mũi,liều,viên,trẻ,trường hợp,đầu người
    nhân khẩu,hộ gia đình,phiếu,tờ,bản,cuốn,quyển,số,sản phẩm,đơn vị,chuyến,vé,bao,thùng,bình,hồ sơ,tiết,khóa,kỳ,học kỳ
    năm học,phường,huyện,tỉnh,lớp,tổ,đội,nhóm,nhà,căn,lô,ô,cụ,ông,bà,đối tượng,đại biểu,hội viên,đảng viên,đoàn viên,cán bộ
    giáo viên,lao động,công lao động,ngày công,bữa,lít nước,mét vuông,mét khối,số điện,khối,bụi,hố,gốc,luống,bầu
    chuồng,đàn,quả,trứng,bông,khóm,lượng,chỉ,lạng,mẫu đơn,sổ,thẻ,tài khoản,giao dịch,cuộc gọi,tin nhắn,trang,dòng,phút gọi,hội,chi hội
    """)
}
