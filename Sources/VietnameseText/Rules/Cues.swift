/// Cue words of more than one rule family; tables used by one family stand with it.
enum Cues {
  /// Before a day and month.
  static let date = CueSet(
    """
    ngày,mùng,mồng,hôm,sáng,chiều,tối,trưa,đêm,sáng ngày,các ngày,hết,trước,sau,dịp,lễ,kỷ niệm,nhân dịp,hạn chót,hạn cuối
    thời hạn,nghỉ lễ,quốc khánh,thứ hai,thứ ba,thứ tư,thứ năm,thứ sáu,thứ bảy,chủ nhật,cn,tết,từ,đến,tới,khoảng ngày
    ngày hội,mừng,chào mừng,ngày lễ,sinh,mất,rạng sáng,khai mạc,bế mạc,tức,tức ngày,âm lịch,dương lịch,hạn nộp,hạn
    muộn nhất,chậm nhất
    """)

  /// Words after which "ngày" would be said twice or sounds wrong.
  static let dayNamed = CueSet("ngày,mùng,mồng,rằm,hôm,lễ,dịp,tết,quốc khánh,ngày lễ,ngày hội")

  /// Streets and houses that bear a day's name: `đường 30/4`.
  static let namedAfterDays = CueSet(
    "đường,phố,quảng trường,công viên,trường,bệnh viện,nhà máy,rạp,nhà thi đấu,cung,đại lộ,nông trường")
  static let dayWords = CueSet("ngày,mùng,mồng,hôm")

  /// Words that take a year's document number, so that 15/2024 is no month.
  static let document = CueSet(
    """
    số,nghị định,thông tư,quyết định,luật,nghị quyết,chỉ thị,công văn,kế hoạch,tờ trình,thông báo,hướng dẫn,pháp lệnh
    công điện,quy chế,giấy mời,báo cáo,văn bản,nghị định số,luật số,biên bản,hợp đồng,tttl,thông tư số,mẫu,mẫu số,biểu
    biểu mẫu,phụ lục,giấy phép,kết luận,quy định,chương trình,đề án,lệnh,sắc lệnh,cv,nq,qđ,nđ,tt,ct,kh
    """)

  /// Houses, lanes, plots and units: a/b is "a trên b".
  static let place = CueSet(
    """
    ngõ,ngách,hẻm,kiệt,số nhà,nhà,nhà số,lô,thửa,thửa đất,tổ,số,đường,căn,phòng,kios,ki ốt,tờ bản đồ,thửa số,lô số,cột,trụ
    trung đoàn,sư đoàn,tiểu đoàn,đại đội,lữ đoàn,đội,khu,cụm,dãy,xóm,hẻm số,ngõ số,địa chỉ,đ/c,biển số,trạm,tuyến
    """)

  /// Lists of places, days or articles, where a comma parts numbers.
  static let list = CueSet(
    """
    các,những,thôn,tổ,khu phố,ấp,xóm,lớp,khu,bản,đội,quận,phường,tháng,mục,khoản,điều,kp,tdp,tổ dân phố,các thôn,điểm
    khối,lô,thửa,cấp,nhóm,câu,bài,trang,mũi,đợt,buổi,thứ,tuần,quý,vụ,hạng,loại,khóa,khu vực,cụm,số
    """)

  /// A ratio or scale, not a time or date.
  static let ratio = CueSet("tỷ lệ,tỉ lệ,pha,tỷ số,tỉ số,tỷ lệ là,trộn,pha loãng,theo tỷ lệ,xác suất")

  /// What fractions are taken of.
  static let fractionOf = CueSet(
    """
    số,diện tích,dân số,tổng,tổng số,đại biểu,thành viên,hội viên,cử tri,hộ,số hộ,người,thu nhập,quãng đường,thời gian,chặng
    đường,khối lượng,sản lượng,kế hoạch,lượng,quân số,chiều dài,chiều cao,chiều rộng,cổ phần,vốn,giá trị,mức,thế giới
    trái đất,cơ thể,lít,thìa,muỗng,cốc,chén,viên,liều,suất,sào,héc ta,ha,kg,lạng,tài sản,doanh thu,ngân sách,cán bộ
    phiếu,ý kiến,chi phí,tiền,bát,gói,ống,quả,nước,khu,phần,mét,giờ,thửa,đất,nhân dân,người dân,bà con,số người
    """)

  /// Before or near a telephone number.
  static let phone = CueSet(
    """
    điện thoại,đt,sđt,đtdđ,di động,hotline,đường dây nóng,tổng đài,gọi,gọi điện,liên hệ,liên lạc,cấp cứu,zalo,fax,tel,số máy
    máy bàn,gọi số,số điện thoại,dđ,máy,trực ban,mobile,phone,alo,nhắn tin,gọi ngay,báo,phắc,facebook,hỗ trợ,tư vấn,đặt lịch
    """)

  /// Near a three-digit emergency or help line.
  static let shortPhone = CueSet(
    """
    điện thoại,đt,hotline,đường dây nóng,đường dây,tổng đài,gọi,gọi điện,cấp cứu,gọi số,số điện thoại,số máy,gọi ngay
    báo,gọi cấp cứu,báo ngay,số khẩn cấp,chữa cháy,cứu hỏa,cảnh sát,công an,số
    """)

  /// Numbers that are names, said digit by digit.
  static let digitwise = CueSet(
    """
    tài khoản,số tài khoản,stk,tk,cccd,số cccd,cmnd,cmtnd,căn cước,căn cước công dân,mã,mã số,mã hồ sơ,mã vạch,mã số thuế,mst
    mã định danh,mã khách hàng,bệnh viện,quân y viện,viện quân y,otp,mã otp,số thẻ,thẻ bhyt,bhxh,định danh,imei,số hiệu,số seri
    chứng minh,số chứng minh,số sổ,serial,seri,mã pin,mật khẩu,mã bưu chính,hộ chiếu,mã đơn,mã vùng,số định danh,mã thẻ
    """)
}
